"""Filling a Word template in."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO

from bot.documents.referral.document import Document
from bot.documents.word.context import context
from bot.documents.word.parts import Tags, opened

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
