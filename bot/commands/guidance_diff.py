"""`cspr guidance diff`: which packs are meant by OLD and NEW."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bot.commands.output import BadInput
from bot.guidance.load import Packs, load_packs
from bot.guidance.model import Pack

NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the packs of a folder, which of them (`area`, None for the national one), and `at` when.

    `whole`: a folder was named, and so all its packs. `at`: a version, a day, or "" for the newest edition.
    """

    label: str
    packs: Packs
    area: str | None
    whole: bool
    at: str

    def pack(self, area: str | None) -> Pack:
        """The pack of that area; the national one for an area that this side does not have, which then holds there."""
        if area not in self.packs.by_area:
            area = None
        if not self.at:
            return self.packs.for_area(area)
        if (day := _day(self.at)) is not None:
            return self.packs.for_area(area, day)
        editions = self.packs.by_area[area]
        for edition in reversed(editions):
            pack = edition.pack
            if self.at in (pack.version, pack.head.version, pack.national.version):
                return pack
        known = ", ".join(dict.fromkeys(edition.pack.version for edition in editions))
        expected = f"a day written like 2026-11-20, or a version of {area or NATIONAL}, one of {known}"
        raise BadInput(f"{self.label}: found {self.at!r} after the @, expected {expected}")


def pairs(old: str, new: str, guidance: Path) -> Iterator[tuple[Pack, Pack]]:
    """The packs to hold against each other: one pair, or one for each area where two folders are named.

    Raises BadInput, GuidanceFaults, UnknownArea, NotInForce.
    """
    load = cache(load_packs)
    before, after = _side("OLD", old, guidance, load), _side("NEW", new, guidance, load)
    if before.whole and after.whole:
        for area in dict.fromkeys((*before.packs.by_area, *after.packs.by_area)):
            yield before.pack(area), after.pack(area)
        return
    area = after.area if before.whole else before.area
    yield before.pack(area), after.pack(area if after.whole else after.area)


def _side(label: str, text: str, guidance: Path, load: Callable[[Path], Packs]) -> Side:
    name, _, at = text.partition("@")
    packs = load(guidance)
    if name == NATIONAL or name in packs.by_area:
        return Side(label, packs, None if name == NATIONAL else name, False, at)
    for folder, when in ((text, ""), (name, at)):
        if (Path(folder) / NATIONAL).is_dir():
            return Side(label, load(Path(folder)), None, True, when)
    known = ", ".join((NATIONAL, *(area for area in packs.by_area if area)))
    raise BadInput(
        f"{label}: found {text!r}, expected a pack ({known}), with @version or @day behind it if wanted, "
        "or a folder of packs"
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
