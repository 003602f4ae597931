"""Documents opened again by programs that had no part in making them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Word
from pypdf import PdfReader


def pdf(file: bytes) -> PdfReader:
    return PdfReader(BytesIO(file), strict=True)


def word(file: bytes) -> Word:
    return docx.Document(BytesIO(file))


def pdf_text(file: bytes) -> str:
    """Every page's text with single spaces, without the breaks that setting made (and long words may be broken by)."""
    text = " ".join(page.extract_text() for page in pdf(file).pages)
    return plain(text)


def word_text(file: bytes) -> str:
    """The body's text, tables included, a space between paragraphs."""
    paragraphs = word(file).element.body.iter(f"{{{NAMESPACE}}}p")
    return plain(" ".join("".join(_said(each)) for each in paragraphs))


def plain(text: str) -> str:
    """As compared: single spaces."""
    return " ".join(text.replace("\u200b", "").split())


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _said(paragraph: Any) -> list[str]:
    said = []
    for node in paragraph.iter():
        if node.tag == f"{{{NAMESPACE}}}t":
            said.append(node.text or "")
        elif node.tag in (f"{{{NAMESPACE}}}br", f"{{{NAMESPACE}}}tab"):
            said.append(" ")
    return said
