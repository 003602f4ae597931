"""One edition of a pack gathered from its files into sections: every entry with the place it stands at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.guidance.fault import Fault
from bot.guidance.reading import Document, Path_, read

NAMED = (
    "facts",
    "definitions",
    "rules",
    "notes",
    "wording",
    "questions",
    "deadlines",
    "answers",
    "citations",
    "vocabulary",
    "abbreviations",
)
SINGLE = (
    "pack",
    "source",
    "answer",
    "ask_for_notes_while",
    "not_covered",
    "evaluates",
    "contacts",
    "offered",
    "deleted",
)
EDITIONS = "editions"
"""The subfolder of a pack that holds its later editions."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: the document and the key path in it."""

    document: Document
    path: Path_

    def fault(self, below: Path_, found: str, expected: str) -> Fault:
        """A fault at this place, or `below` it."""
        path = (*self.path, *below)
        return Fault(self.document.file, self.document.line(path), ".".join(str(k) for k in path), found, expected)

    def address(self, below: Path_ = ()) -> str:
        """File and line, as an editor understands them."""
        return f"{self.document.file}:{self.document.line((*self.path, *below))}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A raw entry, the pack it belongs to and where it stands.

    `kept`: where those keys stand that an overlay left as the national pack has them.
    """

    raw: Any
    place: Place
    pack: str
    kept: Mapping[str, Place] = field(default_factory=dict)

    def fault(self, below: Path_, found: str, expected: str) -> Fault:
        """A fault at this entry, or at a key `below` it, wherever that key stands."""
        return self._standing(below).fault(below, found, expected)

    def address(self, below: Path_ = ()) -> str:
        """File and line of the entry or of a key below it."""
        return self._standing(below).address(below)

    def _standing(self, below: Path_) -> Place:
        return self.kept.get(str(below[0]), self.place) if below else self.place


@dataclass(slots=True)
class Gathered:
    """An edition of a pack as it lies in its files, unchecked."""

    id: str
    sections: dict[str, dict[str, Entry]] = field(default_factory=lambda: {name: {} for name in NAMED})
    single: dict[str, Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def gather(folder: Path, root: Path, pack_id: str) -> Gathered:
    """Read every YAML file of the folder, however deep, in the order of their names; not those of later editions."""
    pack = Gathered(pack_id)
    for path in sorted(folder.rglob("*.yaml")):
        if path.relative_to(folder).parts[0] == EDITIONS:
            continue
        document = read(path, root)
        pack.faults += document.faults
        source = document.content.get("source")
        for key, value in document.content.items():
            place = Place(document, (key,))
            if key in NAMED:
                _add_named(pack, key, value, place, source)
            elif key in SINGLE:
                if key in pack.single and key != "source":
                    pack.faults.append(place.fault((), "a second one", f"'{key}' once in the pack"))
                pack.single[key] = Entry(value, place, pack.id)
            else:
                pack.faults.append(place.fault((), f"the unknown key '{key}'", one_of((*SINGLE, *NAMED))))
    return pack


def one_of(names: Iterable[object]) -> str:
    """What is expected where only some names will do."""
    return "one of " + ", ".join(str(name) for name in names)


def _add_named(pack: Gathered, section: str, value: Any, place: Place, source: Any) -> None:
    if not isinstance(value, dict):
        pack.faults.append(place.fault((), repr(value), "a mapping of ids"))
        return
    for key, raw in value.items():
        entry_place = Place(place.document, (section, key))
        if key in pack.sections[section]:
            first = pack.sections[section][key].place.address()
            pack.faults.append(entry_place.fault((), f"'{key}' a second time (first in {first})", "each id once"))
        if section == "citations" and isinstance(raw, dict):
            raw = _with_source(raw, source if isinstance(source, dict) else {})
        pack.sections[section][key] = Entry(raw, entry_place, pack.id)


def _with_source(citation: dict[str, Any], source: dict[str, Any]) -> dict[str, Any]:
    """A citation says only its section: the file's source says the rest."""
    told = {"to_be_checked": source.get("to_be_checked", False), "url": source.get("url")}
    return {**told, **citation, "source": source}
