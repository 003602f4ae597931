"""The JSON document: its schema is kept, it holds to it, and nothing of the record is missing."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from bot.documents.as_json import schema, to_json
from bot.documents.referral.document import Document
from tests.conftest import ROOT
from tests.filled_record import filled_record

KEPT = ROOT / "docs" / "referral.schema.json"


def test_the_kept_schema_is_the_documents() -> None:
    """Else: cspr documents schema > docs/referral.schema.json, and think whether SCHEMA_VERSION must rise."""
    assert json.loads(KEPT.read_text(encoding="utf-8")) == schema()
    Draft202012Validator.check_schema(schema())


def test_a_document_holds_to_the_schema(document: Document, full: Document) -> None:
    validator = Draft202012Validator(schema())
    for each in (document, full):
        assert list(validator.iter_errors(json.loads(to_json(each)))) == []


def test_the_schema_refuses_a_document_without_its_audit_head(document: Document) -> None:
    made = json.loads(to_json(document))
    del made["audit"]["head"]
    assert [error.validator for error in Draft202012Validator(schema()).iter_errors(made)] == ["required"]


def test_the_record_comes_back_as_it_was(full: Document) -> None:
    assert full.record == filled_record()
    assert TypeAdapter(Document).validate_json(to_json(full)) == full
