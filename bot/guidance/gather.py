"""One pack's folder gathered into sections: every entry with the place it stands at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.guidance.fault import Fault
from bot.guidance.reading import Document, Path_, read

NAMED = ("facts", "definitions", "rules", "notes", "wording", "questions", "deadlines", "answers", "citations")
SINGLE = ("pack", "source", "headline", "ask_for_notes_while", "evaluates", "contacts")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: the document and the key path in it."""

    document: Document
    path: Path_

    def fault(self, below: Path_, found: str, expected: str) -> Fault:
        """A fault at this place, or `below` it."""
        path = (*self.path, *below)
        return Fault(self.document.file, self.document.line(path), ".".join(str(k) for k in path), found, expected)


@dataclass(frozen=True, slots=True)
class Entry:
    """A raw entry, the pack it belongs to and where it stands."""

    raw: Any
    place: Place
    pack: str


@dataclass(slots=True)
class Gathered:
    """A pack as it lies in its files, unchecked."""

    id: str
    sections: dict[str, dict[str, Entry]] = field(default_factory=lambda: {name: {} for name in NAMED})
    single: dict[str, Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def gather(folder: Path, root: Path) -> Gathered:
    """Read every YAML file of the folder, however deep, in the order of their names."""
    pack = Gathered(folder.name)
    for path in sorted(folder.rglob("*.yaml")):
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
                pack.faults.append(place.fault((), f"the key '{key}'", "one of " + ", ".join((*SINGLE, *NAMED))))
    return pack


def _add_named(pack: Gathered, section: str, value: Any, place: Place, source: Any) -> None:
    if not isinstance(value, dict):
        pack.faults.append(place.fault((), repr(value), "a mapping of ids"))
        return
    for key, raw in value.items():
        entry_place = Place(place.document, (section, key))
        if key in pack.sections[section]:
            first = pack.sections[section][key].place
            where = f"{first.document.file}:{first.document.line(first.path)}"
            pack.faults.append(entry_place.fault((), f"'{key}' a second time (first in {where})", "each id once"))
        if section == "citations" and isinstance(raw, dict):
            raw = {**raw, "source": source, "to_be_checked": raw.get("to_be_checked", (source or {}).get("to_be_checked", False))}
            raw.setdefault("url", (source or {}).get("url"))
        pack.sections[section][key] = Entry(raw, entry_place, pack.id)


def entries(pack: Gathered) -> Iterator[tuple[str, str, Entry]]:
    """Every named entry as (section, id, entry)."""
    for section, found in pack.sections.items():
        for key, entry in found.items():
            yield section, key, entry
