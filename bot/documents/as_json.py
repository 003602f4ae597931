"""The document as JSON, and the schema that it keeps to."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from bot.documents.referral.document import Document

_DOCUMENT = TypeAdapter(Document)
SCHEMA_ID = "urn:cspr:referral:1"


def to_json(document: Document) -> bytes:
    """UTF-8, indented, every field of the schema present; ends with a new line."""
    return _DOCUMENT.dump_json(document, indent=2) + b"\n"


def to_data(document: Document) -> Any:
    """The same as values that JSON has."""
    return _DOCUMENT.dump_python(document, mode="json")


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `to_json`, kept in docs/referral.schema.json."""
    made = _DOCUMENT.json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **made}
