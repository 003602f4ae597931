"""A bad example for every fault of a Word template, with its exact line; and what a good one may do."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from bot.documents.referral.document import Document
from bot.documents.word.check import template_faults
from bot.documents.word.forms import load_forms
from bot.documents.word.package import TemplateFaults
from bot.documents.word.write import to_docx
from tests.documents.opened import word_text

CARRIED = "{{ reference }} {{ status }} {{ guidance.words }} {{ audit.head }}"
ONLY = "expected values, loops and conditions only"
LIKE = "expected a value, a loop over a list, or a condition"
FILTERS = "expected one of capitalize, join, length, lower, title, trim, upper"
Change = Callable[[dict[str, bytes]], None]


def written(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs, and what every document must carry."""
    made, out = docx.Document(), BytesIO()
    made.core_properties.comments = ""
    for text in (CARRIED, *paragraphs):
        made.add_paragraph(text)
    made.save(out)
    return out.getvalue()


def changed(change: Change) -> bytes:
    """A good template whose parts were changed."""
    with ZipFile(BytesIO(written())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def faults(file: bytes) -> list[str]:
    return [str(fault) for fault in template_faults(file)]


TAGS = {
    "{{ referense }}": "body, referense: found the unknown field 'referense', "
    "expected a field; the nearest is 'reference'",
    "{{ record.harm.descripton }}": "body, record.harm.descripton: found the unknown field 'descripton', "
    "expected a field of record.harm; the nearest is 'description'",
    "{{ reference.length }}": "body, reference.length: found a single value, expected no field after it",
    "{{ deadlines }}": f"body, tag: found a mistake (deadlines is a list: loop over it), {LIKE}",
    "{{ deadlines.due }}": "body, deadlines.due: found a list, expected a loop over it",
    "{{ deadlines[0].due }}": "body, deadlines[...]: found a list, expected a loop over it",
    "{{ guidance }}": "body, tag: found a mistake (guidance is a group: name one of its fields, id, version, words), "
    f"{LIKE}",
    "{% for each in siblings %}x{% endfor %}": "body, siblings: found the unknown field 'siblings', "
    "expected a field; the nearest is 'decisions'",
    "{% for each in reference %}x{% endfor %}": f"body, tag: found a mistake (reference is no list), {LIKE}",
    "{% for a, b in deadlines %}x{% endfor %}": f"body, tag: found 'tuple', {ONLY}",
    "{% for each in deadlines %}{{ each.dew }}{% endfor %}": "body, deadlines[].dew: found the unknown field 'dew', "
    "expected a field of deadlines[]; the nearest is 'due'",
    "{% if reference == 'x' %}{{ referense }}{% endif %}": "body, referense: found the unknown field 'referense', "
    "expected a field; the nearest is 'reference'",
    "{% for each in deadlines if each.dew %}x{% endfor %}": "body, deadlines[].dew: found the unknown field 'dew', "
    "expected a field of deadlines[]; the nearest is 'due'",
    "{% if reference %}x{% elif statuss %}y{% endif %}": "body, statuss: found the unknown field 'statuss', "
    "expected a field; the nearest is 'status'",
    "{{ reference | safe }}": "body, near '{{ reference | safe }}': found a mistake (No filter named 'safe'), "
    f"{FILTERS}",
    "{{ groups | join }}": "body, tag: found a mistake (groups[] is a group: name one of its fields, "
    f"id, title, rows, entries), {LIKE}",
    "{{ reference.upper() }}": f"body, tag: found 'call', {ONLY}",
    "{{ reference.upper }}": "body, reference.upper: found a single value, expected no field after it",
    "{{ reference.__class__ }}": "body, reference.__class__: found a single value, expected no field after it",
    "{% set x = 1 %}": f"body, tag: found 'assign', {ONLY}",
    "{% macro x() %}{% endmacro %}": f"body, tag: found 'macro', {ONLY}",
    "{% include 'x' %}": f"body, tag: found 'include', {ONLY}",
    "{{ 7 * 6 }}": f"body, tag: found 'mul', {ONLY}",
    "{% for each in deadlines %}x": "body, near '{% for each in deadlines %}x': found a mistake (Unexpected end of "
    "template. Jinja was looking for the following tags: 'endfor' or 'else'. The innermost block that needs to be "
    "closed is 'for'), expected tags that fit together",
    "{% banana %}": "body, near '{% banana %}': found a mistake (Encountered unknown tag 'banana'), "
    "expected tags that fit together",
}


@pytest.mark.parametrize("tag", TAGS)
def test_a_bad_tag_is_told_with_its_place(tag: str) -> None:
    assert faults(written(tag)) == [TAGS[tag]]


def add_part(name: str, content: bytes = b"x") -> Change:
    return lambda parts: parts.update({name: content})


def add_relation(kind: str, target: str, mode: str = "") -> Change:
    """To the document's own relationships."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    line = f'<Relationship Id="rId99" Type="{base}/{kind}" Target="{target}"{mode}/></Relationships>'

    def change(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        parts[name] = parts[name].replace(b"</Relationships>", line.encode())

    return change


def replace_in(name: str, old: str, new: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode())

    return change


def add_field(code: str) -> Change:
    run = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code[:3]}</w:instrText></w:r>'
    run += f'<w:r><w:instrText>{code[3:]}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'

    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:p>", run.encode(), 1)

    return change


def in_utf_16(xml: bytes) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]>'
    return (head + xml.decode().partition("?>")[2]).encode("utf-16")


OUT = ' TargetMode="External"'
LINKS = "no links but web and e-mail addresses to click on"
RELS = "word/_rels/document.xml.rels"
FIELD_CODES = "HYPERLINK, NUMPAGES, PAGE, PAGEREF, REF, SECTION, SECTIONPAGES, SEQ, STYLEREF, TITLE, TOC"
PACKAGES: dict[str, tuple[Change, str]] = {
    "macros": (
        replace_in("[Content_Types].xml", "wordprocessingml.document.main", "macroEnabled.main"),
        "[Content_Types].xml: found a document with macros, expected a document saved as .docx",
    ),
    "a macro": (
        add_part("word/vbaProject.bin"),
        "word/vbaProject.bin: found a macro, expected a document without macros",
    ),
    "an embedded file": (
        add_part("word/embeddings/sheet1.xlsx"),
        "word/embeddings/sheet1.xlsx: found an embedded object, expected words and pictures only",
    ),
    "an attached template": (
        add_relation("attachedTemplate", "file:///C:/Normal.dotm", OUT),
        f"{RELS}: found an attached template (file:///C:/Normal.dotm), expected nothing of the kind",
    ),
    "another document drawn in": (
        add_relation("aFChunk", "part.html"),
        f"{RELS}: found another document drawn in (part.html), expected nothing of the kind",
    ),
    "a picture from elsewhere": (
        add_relation("image", "https://example.org/a.png", OUT),
        f"{RELS}: found a link to https://example.org/a.png, expected {LINKS}",
    ),
    "a link to a file": (
        add_relation("hyperlink", "file://server/share", OUT),
        f"{RELS}: found a link to file://server/share, expected {LINKS}",
    ),
    "a field that runs something": (
        add_field(" DDEAUTO cmd /c calc"),
        f"word/document.xml: found the field code DDEAUTO, expected one of {FIELD_CODES}",
    ),
    "a document type": (
        replace_in("word/document.xml", "<w:document", "<!DOCTYPE x><w:document"),
        "word/document.xml: found a document type, expected plain XML as Word writes it",
    ),
    "a document type in another encoding": (
        lambda parts: parts.update({"word/document.xml": in_utf_16(parts["word/document.xml"])}),
        "word/document.xml: found a document type, expected plain XML as Word writes it",
    ),
    "broken XML": (
        replace_in("word/document.xml", "</w:body>", ""),
        "word/document.xml: found broken XML, expected XML as Word writes it",
    ),
    "no document": (
        lambda parts: parts.__delitem__("word/document.xml"),
        "file: found something else than a Word document, expected a .docx file",
    ),
}


@pytest.mark.parametrize("what", PACKAGES)
def test_what_may_not_be_in_a_template_is_told(what: str) -> None:
    change, line = PACKAGES[what]
    assert faults(changed(change)) == [line]


@pytest.mark.parametrize("file", [b"", b"%PDF-1.7", b"PK\x03\x04 and nothing more"])
def test_what_is_no_word_file_is_told(file: bytes) -> None:
    assert faults(file) == ["file: found something else than a Word document, expected a .docx file"]


def test_a_file_too_large_is_told_packed_or_not() -> None:
    assert faults(b"x" * 5_000_001) == ["file: found 5,000,001 bytes, expected at most 5,000,000"]
    told = faults(changed(add_part("word/media/big.bin", b"\0" * 50_000_000)))
    assert len(told) == 1
    assert re.fullmatch(r"file: found [\d,]+ bytes unpacked, expected at most 50,000,000", told[0])


def test_so_much_text_that_reading_it_would_take_all_memory_is_told() -> None:
    told = faults(changed(add_part("word/footnotes.xml", b"<x>" + b"<y/>" * 2_500_000 + b"</x>")))
    assert len(told) == 1
    assert re.fullmatch(r"file: found [\d,]+ bytes of text, expected at most 10,000,000", told[0])


@pytest.mark.parametrize("name", ["word/document.xml", "word/DOCUMENT.xml"])
def test_a_part_that_is_there_twice_is_told(name: str) -> None:
    out = BytesIO(written())
    with ZipFile(out, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python's own warning of a duplicate name
        package.writestr(name, b"<x/>")
    assert faults(out.getvalue()) == ["file: found a part that is there twice, expected each part once"]


def test_tags_that_tear_a_table_apart_are_told() -> None:
    made, out = docx.Document(BytesIO(written())), BytesIO()
    made.add_table(1, 1).rows[0].cells[0].text = "{% for each in deadlines %}"
    made.add_paragraph("{% endfor %}")
    made.save(out)
    expected = "each loop and condition to begin and end in one place: whole paragraphs (p) or rows (tr)"
    assert faults(out.getvalue()) == [f"body: found tags that tear a paragraph or a table apart, expected {expected}"]


@pytest.mark.parametrize("tag", ["{{ reference }}", "{{ status }}", "{{ guidance.words }}", "{{ audit.head }}"])
def test_what_every_document_carries_may_not_be_left_out(tag: str) -> None:
    made, out = docx.Document(), BytesIO()
    made.core_properties.comments = ""
    made.add_paragraph(CARRIED.replace(tag, ""))
    made.save(out)
    assert len(faults(out.getvalue())) == 1
    assert faults(out.getvalue())[0].startswith(f"body: found no {tag}, expected one")


def test_tags_in_headers_footers_and_properties_are_read_too() -> None:
    made, out = docx.Document(BytesIO(written())), BytesIO()
    made.sections[0].header.paragraphs[0].text = "{{ referense }}"
    made.sections[0].footer.paragraphs[0].text = "{{ statuss }}"
    made.core_properties.title = "{{ titel }}"
    made.save(out)
    assert [fault.split(":")[0] for fault in faults(out.getvalue())] == [
        "header 1, referense",
        "footer 1, statuss",
        "property title, titel",
    ]


def test_a_partnerships_own_form_names_fields_of_the_record_one_by_one(full: Document) -> None:
    form = written(
        "Child: {% for child in record.children.children %}{{ child.code }}, {{ child.age }}; {% endfor %}",
        "{%p if record.harm.what == 'The child died' %}",
        "Harm: {{ record.harm['description'] | upper }}",
        "{%p else %}",
        "Alive",
        "{%p endif %}",
        "Why: {{ record.criteria.why }}",
        "{{ facts.told | length }} told, {% if not decided %}open{% endif %}",
    )
    assert faults(form) == []
    text = word_text(to_docx(full, form))
    assert "Child: AB, Not yet born; AB, Not yet born;" in text
    assert "Harm: WORDS ABOUT DESCRIPTION" in text
    assert "Alive" not in text
    assert "told, open" in text


def test_a_link_to_a_web_page_and_a_page_number_may_stay() -> None:
    assert faults(changed(add_relation("hyperlink", "https://example.org", OUT))) == []
    assert faults(changed(add_field(" NUMPAGES "))) == []


def test_an_area_with_a_template_of_its_own_gets_it(tmp_path: Path) -> None:
    own = written("Our own form")
    (tmp_path / "walsall").mkdir()
    (tmp_path / "walsall" / "referral.docx").write_bytes(own)
    forms = load_forms(tmp_path)
    assert forms.for_area("walsall") == own
    assert forms.for_area("darlington") == forms.for_area(None) == forms.ours


def test_a_faulty_template_is_found_when_the_service_starts(tmp_path: Path) -> None:
    (tmp_path / "walsall").mkdir()
    file = tmp_path / "walsall" / "referral.docx"
    file.write_bytes(written("{{ referense }}"))
    with pytest.raises(TemplateFaults) as caught:
        load_forms(tmp_path)
    assert str(caught.value).startswith(f"{file}: body, referense: found the unknown field 'referense'")
