"""What is still to be filled in: empty texts and lists in the packs. Not a fault: what is empty says nothing yet."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.guidance.gather import Gathered
from bot.guidance.reading import read

NO_LONGER = ("offered",)
"""Empty on purpose: an area that is offered no longer."""


@dataclass(frozen=True, slots=True, order=True)
class Blank:
    """A key without a value, and where it stands."""

    file: str
    line: int
    key: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}"


def blanks(folder: Path) -> list[Blank]:
    """Every blank in the packs of a folder, in the order of files and lines."""
    found = []
    for path in sorted(folder.glob("*/**/*.yaml")):
        document = read(path, folder)
        for key in _empty(document.content, ()):
            if key not in {(name,) for name in NO_LONGER}:
                found.append(Blank(document.file, document.line(key), ".".join(map(str, key))))
    return sorted(found)


def is_unfinished(pack: Gathered) -> bool:
    """Whether a pack does not say yet from which day it holds: it is not offered, and nothing of it is said."""
    head = pack.single.get("pack")
    return head is not None and isinstance(head.raw, dict) and head.raw.get("in_force_from", "") is None


def _empty(value: Any, path: tuple[Hashable, ...]) -> Iterator[tuple[Hashable, ...]]:
    if value is None or value in ("", []):
        yield path
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _empty(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _empty(part, (*path, number))
