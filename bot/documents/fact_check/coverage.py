"""Where each sentence of the documents that the guide serves is said or used: `docs/coverage.md`, never edited by hand.

`coverage.yaml` of the guidance holds the sentences in our words and their homes; every home must exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bot.documents.fact_check.table import table
from bot.guidance.fault import Fault, GuidanceFaults
from bot.guidance.load import Packs
from bot.guidance.model import Pack
from bot.guidance.reading import Document, read
from bot.referrals.record.asking import Part
from bot.referrals.record.fields import fields_of
from bot.referrals.record.record import Record

FILE = "coverage.yaml"
GENERATED = (
    "<!-- Written by `cspr guidance coverage`. Change guidance/coverage.yaml or the guidance, then run it again. -->"
)
TEMPLATES = Path(__file__).parents[2] / "web" / "templates"


def coverage_page(folder: Path, packs: Packs) -> str:
    """The page in Markdown. Raises GuidanceFaults: a sentence without a home, or with one that does not exist."""
    document = read(folder / FILE, folder)
    faults = list(document.faults)
    parts = [GENERATED, "# Where each sentence of the documents went", "\n\n".join(_about(document))]
    for source, sentences in document.content.items():
        pack = next((p for p in map(packs.for_area, packs.by_area) if _is_of(p, str(source))), None)
        if pack is None or not isinstance(sentences, list):
            expected = "the id of a source, with a list of sentences"
            faults.append(Fault(FILE, document.line((source,)), str(source), "no such source or list", expected))
            continue
        rows = [
            [str(number), sentence["says"], "<br>".join(_homes(document, (source, number - 1), sentence, pack, faults))]
            for number, sentence in enumerate(sentences, start=1)
        ]
        title = next(c.source.title for c in pack.citations.values() if c.source.id == source)
        parts += [f"## {title}", "\n".join(table(("", "What it says, in our words", "Where it is"), rows))]
    if faults:
        raise GuidanceFaults(faults)
    return "\n\n".join(parts) + "\n"


def _about(document: Document) -> Iterator[str]:
    count = sum(len(sentences) for sentences in document.content.values())
    yield f"{count} sentences, each with a home. The words themselves are in [the guidance](guidance/README.md)."


def _is_of(pack: Pack, source: str) -> bool:
    """Whether this is the pack of the area whose page it is; the national one for a page of no area."""
    return any(c.source.id == source and c.source.area == pack.area for c in pack.citations.values())


def _homes(
    document: Document, path: tuple[Any, ...], sentence: dict[str, Any], pack: Pack, faults: list[Fault]
) -> Iterator[str]:
    homes = sentence.get("in") or []
    key = f"{path[0]}.{path[1] + 1}"
    if not homes:
        faults.append(Fault(FILE, document.line(path), key, "no home", "at least one place that says or uses it"))
    for index, home in enumerate(homes):
        kind, _, name = str(home).partition(" ")
        told = KINDS[kind](pack, name) if kind in KINDS else None
        if told is None:
            line = document.line((*path, "in", index))
            faults.append(Fault(FILE, line, key, f"'{home}'", f"one of {', '.join(KINDS)}, and a name that exists"))
        else:
            yield f"{kind} `{name}`: {told}"


def _rule(pack: Pack, name: str) -> str | None:
    return next((pack.wording[rule.outcome].title for rule in pack.rules if rule.id == name), None)


def _field(pack: Pack, name: str) -> str | None:
    group, _, field = name.partition(".")
    if group not in Record.model_fields:
        return None
    part: type[Part] = type(Record().section(group))
    found = fields_of(part).get(field)
    return None if found is None else found.begins


KINDS: dict[str, Callable[[Pack, str], str | None]] = {
    "answer": lambda pack, name: pack.answers[name].title if name in pack.answers else None,
    "rule": _rule,
    "note": lambda pack, name: next((note.text.split(". ")[0] for note in pack.notes if note.id == name), None),
    "wording": lambda pack, name: pack.wording[name].title if name in pack.wording else None,
    "question": lambda pack, name: next((q.ask for q in pack.questions if q.fact == name), None),
    "deadline": lambda pack, name: next((d.title for d in pack.deadlines if d.id == name), None),
    "field": _field,
    "page": lambda _, name: "every page of the chat" if (TEMPLATES / name).is_file() else None,
}
