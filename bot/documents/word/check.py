"""Checking a Word template before it is used: safe to open, every tag known, and whole once it is filled in."""

from __future__ import annotations

import re

from jinja2 import TemplateSyntaxError
from lxml import etree

from bot.documents.word.fault import Fault, TemplateFaults
from bot.documents.word.package import package_faults
from bot.documents.word.parts import environment, opened, sources
from bot.documents.word.shape import sample, shape
from bot.documents.word.tags import Reader

CARRIED = {
    "reference": ("reference",),
    "status": ("status",),
    "guidance.words": ("guidance.words", "guidance.version"),
    "audit.head": ("audit.head",),
}
"""What every document must carry, with the fields that will do: without a status a draft could pass for a referral."""
XML = re.compile(r"<[^>]*>")


def template_faults(file: bytes) -> list[Fault]:
    """Every mistake in the template (the bytes of a .docx); empty when it may be used."""
    faults = package_faults(file)
    if faults:
        return faults
    found, used = _tag_faults(file)
    if found:
        return found
    missing = [
        Fault("body", f"no {{{{ {name} }}}}", f"one, as every document carries it ({_why(name)})")
        for name, enough in CARRIED.items()
        if not used.intersection(enough)
    ]
    return missing or _rehearsal_faults(file)


def checked(name: str, file: bytes) -> bytes:
    """The template itself. Raises TemplateFaults."""
    faults = template_faults(file)
    if faults:
        raise TemplateFaults(name, faults)
    return file


def _tag_faults(file: bytes) -> tuple[list[Fault], set[str]]:
    faults: list[Fault] = []
    used: set[str] = set()
    jinja = environment()
    for place, source in sources(opened(file)):
        try:
            parsed = jinja.parse(source)
        except TemplateSyntaxError as error:
            faults.append(Fault(_near(place, source, error.lineno), _mistake(error), "tags that fit together"))
            continue
        reader = Reader(place)
        reader.read(parsed.body, shape().fields)
        faults += reader.faults
        used |= reader.used
    return list(dict.fromkeys(faults)), used


def _near(place: str, source: str, line: int) -> str:
    """The place with the words of the paragraph where the mistake was noticed, if it has any."""
    words = XML.sub("", [*source.splitlines(), ""][line - 1]).strip()
    return f"{place}, near {words[:60]!r}" if words else place


def _mistake(error: TemplateSyntaxError) -> str:
    return f"a mistake ({(error.message or 'of syntax').rstrip('.')})"


def _rehearsal_faults(file: bytes) -> list[Fault]:
    """Fill it in with empty lists and with full ones: a loop that begins in one cell and ends in another shows then."""
    jinja = environment()
    for place, source in sources(opened(file)):
        for entries in (0, 1, 2) if source.lstrip().startswith("<") else ():
            try:
                etree.fromstring(jinja.from_string(source).render(sample(shape(), entries)))
            except etree.XMLSyntaxError:
                expected = "each loop and condition to begin and end in one place: whole paragraphs (p) or rows (tr)"
                return [Fault(place, "tags that tear a paragraph or a table apart", expected)]
    return []


def _why(name: str) -> str:
    return {
        "reference": "what it is called",
        "status": "draft or decided",
        "guidance.words": "which guidance",
        "audit.head": "the audit chain",
    }[name]
