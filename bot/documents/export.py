"""The document in one of its three forms."""

from __future__ import annotations

from enum import StrEnum

from bot.documents.as_json import to_json
from bot.documents.pdf.write import to_pdf
from bot.documents.referral.document import Document
from bot.documents.word.write import to_docx


class Form(StrEnum):
    """A form of the document; the value ends its file's name."""

    DOCX = "docx"
    PDF = "pdf"
    JSON = "json"


MEDIA_TYPES = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.PDF: "application/pdf",
    Form.JSON: "application/json",
}


def export(document: Document, form: Form, template: bytes) -> bytes:
    """The file. `template` is the checked Word template of the referral's area."""
    match form:
        case Form.DOCX:
            return to_docx(document, template)
        case Form.PDF:
            return to_pdf(document)
        case Form.JSON:
            return to_json(document)
