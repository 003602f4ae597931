"""Whatever was typed is shown as what it is, or visibly replaced; it never runs, never breaks a document."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from bot.documents.as_json import to_json
from bot.documents.pdf.write import to_pdf
from bot.documents.referral.clean import clean
from bot.documents.referral.document import Document
from bot.documents.word.write import to_docx
from tests.documents.opened import pdf_text, plain, word_text

Saying = Callable[[str], Document]

AS_THEY_ARE = [
    "<script>alert(1)</script> & <b>bold</b>",
    "{{ 7 * 191 }} {% for x in y %} {{ ''.__class__ }}",
    '#import "@preview/cetz:0.3.4": * #read("/etc/passwd") *bold* _it_ $x^2$ `raw` @ref <label> = Heading',
    '#sys.inputs #panic("x") \\u{41} // comment /* and */ [content] #{1+1}',
    "</w:t></w:r></w:p><w:p/> ]]> <!-- --> &amp; &#65;",
    "Zoë Ó Briain, Łukasz, Нина, Ελένη, محمد, משה, हिन्दी, می\u200cخواهم",
]


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_code_and_other_scripts_are_shown_as_they_are(saying: Saying, template: bytes, text: str) -> None:
    document = saying(text)
    assert document.own_words == text
    assert json.loads(to_json(document))["own_words"] == text
    assert plain(text) in word_text(to_docx(document, template))
    if text != AS_THEY_ARE[-1]:  # a program reads text from right to left in its own order
        assert plain(text).replace(" ", "") in pdf_text(to_pdf(document)).replace(" ", "")


def test_lines_stay_lines(saying: Saying, template: bytes) -> None:
    document = saying("First line\r\nsecond\u2028third")
    assert document.own_words == "First line\nsecond\nthird"
    assert "First line second third" in word_text(to_docx(document, template))
    assert "First line second third" in pdf_text(to_pdf(document))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u202etxt.exe\u202c b", "atxt.exe b"),
        ("in\u200bvis\u2060ible\ufeff", "invisible"),
        ("bell\x07 null\x00 escape\x1b", "bell\ufffd null\ufffd escape\ufffd"),
        ("half \ud800 none \uffff \ufdd0", "half \ufffd none \ufffd \ufffd"),
        ("e\u0301", "é"),
        ("\u0646\u200c\u0627", "\u0646\u200c\u0627"),
    ],
)
def test_what_cannot_be_seen_goes_and_what_cannot_be_kept_is_marked(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_control_characters_break_no_document(saying: Saying, template: bytes) -> None:
    document = saying("before \x00\x07\x0b\x1b \uffff after")
    assert "before" in pdf_text(to_pdf(document))
    assert "after" in word_text(to_docx(document, template))
    assert json.loads(to_json(document))["own_words"].startswith("before")


def test_what_the_pdf_has_no_letters_for_is_named_or_counted_and_word_keeps_it(saying: Saying, template: bytes) -> None:
    document = saying("She sent \U0001f622\ufe0f and 我很害怕 and คิด.")
    text = pdf_text(to_pdf(document))
    assert "She sent [crying face] and [4 characters that cannot be printed here] and [3 characters" in text
    assert "我很害怕" in word_text(to_docx(document, template))


def test_marks_piled_on_letters_of_other_scripts_break_no_pdf(saying: Saying) -> None:
    piled = " ".join(
        base + marks for base in "aאдش" for marks in ("\u0302\u0651\u05b7", "\u0488\u20dd", "\u094d\u0301")
    )
    assert pdf_text(to_pdf(saying(f"before {piled} after")))


@pytest.mark.parametrize("text", ["x" * 3000, "https://example.org/" + "a/" * 900, "word " * 1500])
def test_very_long_text_stays_on_the_page(saying: Saying, template: bytes, text: str) -> None:
    document = saying(text)
    assert plain(text).replace(" ", "") in _without_footers(pdf_text(to_pdf(document)), document)
    assert plain(text) in word_text(to_docx(document, template))


def _without_footers(text: str, document: Document) -> str:
    text = text.replace(" ", "")
    footer = document.status.replace(" ", "") + document.reference
    while footer in text:
        before, _, after = text.partition(footer)
        text = before + after.lstrip(",page").lstrip("0123456789").removeprefix("of").lstrip("0123456789")
    return text
