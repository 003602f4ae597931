"""The Word document, opened again: real headings, repeated header rows, British English, nothing left out."""

from __future__ import annotations

from docx.oxml.ns import qn

from bot.documents.referral.document import Document
from bot.documents.word.check import template_faults
from bot.documents.word.write import to_docx
from tests.documents.opened import plain, word, word_text


def test_the_kept_template_has_no_faults(template: bytes) -> None:
    assert template_faults(template) == []


def test_it_has_a_title_headings_and_british_english(document: Document, template: bytes) -> None:
    read = word(to_docx(document, template))
    assert read.core_properties.title == f"{document.title} {document.reference}"
    assert read.core_properties.language == "en-GB"
    styles = [paragraph.style.name for paragraph in read.paragraphs if paragraph.text and paragraph.style]
    assert styles.count("Title") == 1
    assert {"Heading 1", "Heading 2", "Heading 3"} <= set(styles)
    normal = read.styles["Normal"].element.find(qn("w:rPr")).find(qn("w:lang"))
    assert normal.get(qn("w:val")) == "en-GB"


def test_every_tables_header_row_is_repeated_and_every_table_has_a_caption(document: Document, template: bytes) -> None:
    tables = word(to_docx(document, template)).tables
    assert len(tables) > 10
    for table in tables:
        assert table.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_the_footer_says_what_it_is_which_and_the_page(document: Document, template: bytes) -> None:
    footer = word(to_docx(document, template)).sections[0].footer
    xml = footer._element.xml
    assert document.reference in xml and document.status in xml
    assert " PAGE " in xml and " NUMPAGES " in xml


def test_every_field_of_the_record_is_in_it(full: Document, template: bytes) -> None:
    text = word_text(to_docx(full, template))
    for group in full.groups:
        for row in [*group.rows, *(row for entry in group.entries for row in entry.rows)]:
            assert plain(row.label) in text
            assert plain(row.value) in text


def test_reasons_dates_facts_and_the_audit_head_are_in_it(document: Document, template: bytes) -> None:
    text = word_text(to_docx(document, template))
    said = [document.audit.head, document.guidance.words, document.convention, *document.notes]
    said += [each.counted for each in document.deadlines]
    for outcome in document.outcomes:
        said += [outcome.title, f"Rule {outcome.rule}", *outcome.because, *(source.text for source in outcome.sources)]
    for fact in (*document.facts.told, *document.facts.derived, *document.facts.unknown):
        said += [fact.label, fact.value]
    assert [each for each in said if plain(each) not in text] == []
    assert "{{" not in text and "{%" not in text
