"""The PDF, opened again: PDF/UA-1 by its own words, whole, the same each time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bot.documents.pdf.write import to_pdf
from bot.documents.referral.document import Document
from tests.documents.opened import pdf, pdf_text, plain


def root_of(read: PdfReader) -> Any:
    """The catalog, whose entries have no types."""
    return read.trailer["/Root"]


def test_it_is_tagged_titled_in_british_english_and_says_that_it_is_pdf_ua(document: Document) -> None:
    read = pdf(to_pdf(document))
    catalog = root_of(read)
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata is not None
    assert read.metadata.title == f"{document.title} {document.reference}"
    metadata = catalog["/Metadata"].get_data().decode()
    assert "pdfuaid:part" in metadata and ">1<" in metadata.split("pdfuaid:part")[1][:4]
    assert document.title in metadata


def test_headings_tables_and_header_cells_are_in_its_structure(document: Document) -> None:
    kinds = set(_kinds(root_of(pdf(to_pdf(document)))["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L"} <= kinds


def test_its_fonts_are_inside_it(document: Document) -> None:
    pages: list[Any] = list(pdf(to_pdf(document)).pages)
    fonts = [font for page in pages for font in page["/Resources"]["/Font"].values()]
    for font in fonts:
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert "/FontFile3" in descriptor or "/FontFile2" in descriptor


def test_every_page_says_which_it_is_and_what_the_document_is(document: Document) -> None:
    pages = pdf(to_pdf(document)).pages
    for number, page in enumerate(pages, start=1):
        text = plain(page.extract_text())
        assert f"{document.reference}, page {number} of {len(pages)}" in text
        assert document.status in text


def test_every_field_of_the_record_is_in_it(full: Document) -> None:
    text = pdf_text(to_pdf(full)).replace(" ", "")
    for group in full.groups:
        for row in [*group.rows, *(row for entry in group.entries for row in entry.rows)]:
            assert row.label.replace(" ", "") in text
            assert plain(row.value).replace(" ", "") in text


def test_reasons_dates_facts_and_the_audit_head_are_in_it(document: Document) -> None:
    text = pdf_text(to_pdf(document)).replace(" ", "")
    said = [document.audit.head, document.guidance.words, document.convention, *document.notes]
    said += [each.counted for each in document.deadlines]
    for outcome in document.outcomes:
        said += [outcome.title, f"Rule {outcome.rule}", *outcome.because, *(source.text for source in outcome.sources)]
    for fact in (*document.facts.told, *document.facts.derived, *document.facts.unknown):
        said += [fact.label, fact.value]
    assert [each for each in said if plain(each).replace(" ", "") not in text] == []


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert to_pdf(document) == to_pdf(replace(document))


def test_a_document_with_nothing_in_it_is_set_too(document: Document) -> None:
    bare = replace(document, outcomes=(), deadlines=(), notes=(), groups=(), own_words="", partnership="", headline="")
    assert "Nothing was typed freely" in pdf_text(to_pdf(bare))


def _kinds(node: Any) -> list[str]:
    children = node.get("/K", [])
    found: list[str] = [node["/S"]] if "/S" in node else []
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object()
        if isinstance(child, DictionaryObject):
            found += _kinds(child)
    return found
