"""Pages for the fact-checker: all that a pack says and why, with its drawing. Generated, never edited by hand."""

from __future__ import annotations

from collections.abc import Iterator

from bot.documents.drawing.draw import draw
from bot.documents.fact_check.decisions import decisions
from bot.documents.fact_check.sections import SECTIONS
from bot.documents.fact_check.table import table
from bot.guidance.load import Packs
from bot.guidance.packs import Edition

GENERATED = "<!-- Written by `cspr guidance pages`. Change the guidance, then run it again. -->"


def pages(packs: Packs) -> dict[str, str]:
    """File names and their content: a page and a drawing for the national pack and each overlay, and an index.

    The newest edition of each, so that what comes into force later can be checked before it does.
    """
    shown = {edition.pack.head.id: edition for edition in _newest(packs)}
    found = {"README.md": _joined(_index(shown))}
    for name, edition in shown.items():
        found[f"{name}.md"] = _joined(_page(name, edition, packs))
        found[f"{name}.svg"] = draw(edition.pack)
    return found


def tables(packs: Packs) -> dict[str, bytes]:
    """File names and their content: for each of those packs the table that is read and signed, two pages at most."""
    return {f"{edition.pack.head.id}-table.pdf": decisions(edition) for edition in _newest(packs)}


def _newest(packs: Packs) -> Iterator[Edition]:
    """The national pack first: an area without an overlay has no page of its own."""
    yield packs.edition(None)
    for area in packs.by_area:
        edition = packs.edition(area)
        if edition.pack.head.id != edition.pack.national.id:
            yield edition


def _index(shown: dict[str, Edition]) -> Iterator[str]:
    yield GENERATED
    yield "# The guidance, for checking against its sources"
    yield "An area without a page of its own has the national guidance."
    rows = [
        [f"[{e.pack.head.name}]({name}.md)", e.pack.version, f"[drawing]({name}.svg)", f"[to sign]({name}-table.pdf)"]
        for name, e in shown.items()
    ]
    yield "\n".join(table(("Guidance", "Version", "Drawing", "Outcomes on two pages"), rows))


def _page(name: str, edition: Edition, packs: Packs) -> Iterator[str]:
    yield GENERATED
    yield f"# {edition.pack.head.name}"
    yield f"![What is asked, and what it can lead to]({name}.svg)"
    yield "## Editions"
    area = None if name == edition.pack.national.id else edition.pack.area
    yield "\n".join(table(("Version", "In force from", "Until", "Reviewers", "Approver"), _editions(area, packs)))
    for heading, section in SECTIONS.items():
        yield f"## {heading}"
        yield "\n".join(section(edition))


def _editions(area: str | None, packs: Packs) -> Iterator[list[str]]:
    for edition in packs.by_area[area]:
        head = edition.pack.head
        until = edition.until.isoformat() if edition.until else "open"
        people = [", ".join(head.reviewers) or "not yet named", head.approver or "not yet named"]
        yield [edition.pack.version, edition.since.isoformat(), until, *people]


def _joined(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"
