"""Filling a Word template in."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import Any

from bot.documents.as_json import to_data
from bot.documents.referral.clean import clean
from bot.documents.referral.document import Document
from bot.documents.word.parts import Tags, opened
from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Kind, fields_of, value_in_words
from bot.referrals.record.in_words import NOT_GIVEN
from bot.referrals.record.record import Record

LANGUAGE = "en-GB"


def to_docx(document: Document, template: bytes) -> bytes:
    """The document as .docx. `template` has been checked (bot.documents.word.check)."""
    word = opened(template)
    word.render(context(document), Tags(), autoescape=True)
    properties = word.docx.core_properties
    properties.title = f"{document.title} {document.reference}"
    properties.author = properties.last_modified_by = document.partnership[:255]
    properties.language = LANGUAGE
    properties.created = properties.modified = document.created.astimezone(UTC).replace(tzinfo=None)
    out = BytesIO()
    word.docx.save(out)
    return out.getvalue()


def context(document: Document) -> dict[str, Any]:
    """A mapping of the shape that `bot.documents.word.shape` describes; dates without words are ISO texts."""
    record = {name: _part(document.record.section(name)) for name in Record.model_fields}
    return {**_filled(to_data(document)), "record": record}


def _filled(value: Any) -> Any:
    """No None: strict templates would print it."""
    if isinstance(value, dict):
        return {name: _filled(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_filled(each) for each in value]
    return "" if value is None else value


def _part(part: Part) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, field in fields_of(type(part)).items():
        value = getattr(part, name)
        if field.kind is Kind.ROWS:
            found[name] = [_part(each) for each in value]
        else:
            found[name] = clean(value_in_words(field, value)) or NOT_GIVEN
    return found
