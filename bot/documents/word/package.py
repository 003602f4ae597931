"""What a Word file may hold besides words: no macro, nothing embedded, nothing fetched from elsewhere.

A .docx is a ZIP of XML parts with relationships between them (ISO/IEC 29500-2, Open Packaging Conventions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong, and where: a part of the file, and in it the tag or thing."""

    place: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.place}: found {self.found}, expected {self.expected}"


class TemplateFaults(ValueError):
    """A template that cannot be used; `faults` says why, one line each."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(f"{file}: {fault}" for fault in faults))
        self.faults = tuple(faults)


LARGEST, LARGEST_UNPACKED, LARGEST_XML = 5_000_000, 50_000_000, 10_000_000
"""Bytes. Read into a tree, XML takes some 35 times its size."""
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EMBEDDED = re.compile(r"word/(?:embeddings|activeX)/", re.IGNORECASE)
MACROS = re.compile(r"vba(?:Project|Data)|customUI", re.IGNORECASE)
RENDERED_ELSEWHERE = {
    "attachedTemplate": "an attached template",
    "aFChunk": "another document drawn in",
    "subDocument": "another document drawn in",
    "oleObject": "an embedded object",
    "package": "an embedded object",
    "control": "an active control",
    "frame": "a frame",
}
FIELDS = {
    "PAGE",
    "NUMPAGES",
    "SECTION",
    "SECTIONPAGES",
    "REF",
    "PAGEREF",
    "TOC",
    "SEQ",
    "STYLEREF",
    "TITLE",
    "HYPERLINK",
}
"""Word's field codes that read nothing from outside and run nothing."""
INSTRUCTIONS = re.compile(r"<w:instrText[^>]*>([^<]*)</w:instrText>|w:instr=\"([^\"]*)\"|w:fldCharType=\"(begin)\"")
SAFE_LINK = ("https://", "http://", "mailto:")


def package_faults(file: bytes) -> list[Fault]:
    """All that is wrong with the file as a package; empty when it may be opened."""
    if len(file) > LARGEST:
        return [Fault("file", f"{len(file):,} bytes", f"at most {LARGEST:,}")]
    try:
        with ZipFile(BytesIO(file)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
            if unpacked > LARGEST_UNPACKED:
                return [Fault("file", f"{unpacked:,} bytes unpacked", f"at most {LARGEST_UNPACKED:,}")]
            names = [name.casefold() for name in package.namelist()]
            if len(set(names)) < len(names):
                return [Fault("file", "a part that is there twice", "each part once")]
            if (xml := sum(entry.file_size for entry in package.infolist() if _is_xml(entry.filename))) > LARGEST_XML:
                return [Fault("file", f"{xml:,} bytes of text", f"at most {LARGEST_XML:,}")]
            return sorted(set(_faults({name: package.read(name) for name in package.namelist()})))
    except (BadZipFile, NotImplementedError, RuntimeError, OSError):
        return [Fault("file", "something else than a Word document", "a .docx file")]


def _faults(parts: dict[str, bytes]) -> Iterator[Fault]:
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types:
        yield Fault("[Content_Types].xml", "a document with macros", "a document saved as .docx")
    elif MAIN not in types or "word/document.xml" not in parts:
        yield Fault("file", "something else than a Word document", "a .docx file")
        return
    for name, content in parts.items():
        if MACROS.search(name):
            yield Fault(name, "a macro", "a document without macros")
        if EMBEDDED.match(name):
            yield Fault(name, "an embedded object", "words and pictures only")
        if _is_xml(name):
            yield from _xml_faults(name, content)


def _is_xml(name: str) -> bool:
    return name.casefold().endswith((".xml", ".rels"))


def _xml_faults(name: str, content: bytes) -> Iterator[Fault]:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        yield Fault(name, "broken XML", "XML as Word writes it")
        return
    if root.getroottree().docinfo.doctype:  # in whatever encoding it was written
        yield Fault(name, "a document type", "plain XML as Word writes it")
        return
    if name.endswith(".rels"):
        for relation in root:
            yield from _relation_faults(
                name, relation.get("Type", ""), relation.get("Target", ""), dict(relation.attrib)
            )
    elif name.startswith("word/"):
        yield from _field_faults(name, etree.tostring(root, encoding="unicode"))


def _relation_faults(name: str, kind: str, target: str, given: dict[str, str]) -> Iterator[Fault]:
    kind = kind.rpartition("/")[2]
    if kind in RENDERED_ELSEWHERE:
        yield Fault(name, f"{RENDERED_ELSEWHERE[kind]} ({target})", "nothing of the kind")
    elif given.get("TargetMode") == "External" and not (kind == "hyperlink" and target.startswith(SAFE_LINK)):
        yield Fault(name, f"a link to {target}", "no links but web and e-mail addresses to click on")


def _field_faults(name: str, xml: str) -> Iterator[Fault]:
    """A complex field's code may be spread over several runs, so it is put together from its begin on."""
    codes: list[str] = []
    for text, simple, begin in INSTRUCTIONS.findall(xml):
        if begin or simple:
            codes.append(simple)
        elif codes:
            codes[-1] += text
        else:
            codes.append(text)
    for code in codes:
        word = (code.split() or [""])[0].upper()
        if word and word not in FIELDS:
            yield Fault(name, f"the field code {word}", f"one of {', '.join(sorted(FIELDS))}")
