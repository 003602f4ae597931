"""Setting the document as PDF/UA-1 (ISO 14289-1), which the compiler checks while it writes."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from bot.documents.as_json import to_data
from bot.documents.pdf.drawable import drawn_all
from bot.documents.referral.document import Document

FOLDER = Path(__file__).parent
REFERRAL = "referral.typ"


def to_pdf(document: Document) -> bytes:
    """The PDF: the same bytes for the same document, whatever the machine and its clock.

    The compiler sees no folder but the template's, no system font, and downloads nothing: the template names no
    package, and what was typed is data to it.
    """
    data = to_data(document)
    try:
        return compiled(REFERRAL, drawn_all(data), document.created)
    except typst.TypstError:
        # Marks piled on a letter of another script can ask for a glyph that no font has.
        return compiled(REFERRAL, drawn_all(data, only_plain=True), document.created)


def compiled(template: str, data: Any, at: datetime) -> bytes:
    """A template of this folder filled with the data, dated `at`. Raises typst.TypstError."""
    made: bytes = typst.compile(
        FOLDER / template,
        root=FOLDER,
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(data)},
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )
    return made
