"""The packs of every area, each in all its editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.guidance.gather import Gathered
from bot.guidance.model import Pack


class UnknownArea(ValueError):
    """An area that is not among the values of the fact `area`, or not on that day."""


class NotInForce(ValueError):
    """A day before the first edition of the guidance."""


class UnknownEdition(ValueError):
    """A version that no edition of the area's guidance has."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An area's pack for the days from `since` until the day before `until` (None: open).

    `gathered` is what the pack was built from: it knows where each value stands.
    """

    since: date
    until: date | None
    pack: Pack
    gathered: Gathered

    def holds(self, day: date) -> bool:
        """Whether this edition is in force that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Packs:
    """The merged packs by area, oldest edition first; the area None is "not known yet" and has the national rules."""

    by_area: Mapping[str | None, tuple[Edition, ...]] = field(repr=False)

    def for_area(self, area: str | None, on: date | None = None) -> Pack:
        """The pack in force for an area of the fact `area`, or for None, on a day.

        Without a day: the newest edition, in force or not yet. Raises UnknownArea, NotInForce.
        """
        return self.edition(area, on).pack

    def edition(self, area: str | None, on: date | None = None) -> Edition:
        """As for_area, with the days it is in force and the places its values stand at."""
        editions = self.by_area.get(area)
        if not editions:
            raise UnknownArea(f"area: found {area!r}, expected {self._areas(on)}")
        if on is None:
            return editions[-1]
        for edition in reversed(editions):
            if edition.holds(on):
                return edition
        self._refuse_before_the_first(on)
        raise UnknownArea(f"area: found {area!r}, expected an area of {on.isoformat()}, {self._areas(on)}")

    def areas(self, on: date) -> tuple[str, ...]:
        """The areas of that day, in the order in which they are offered. Raises NotInForce."""
        return self.for_area(None, on).facts["area"].values

    def questions(self) -> tuple[str, ...]:
        """Every fact that any edition of any area asks for: what a service may have to ask while it runs."""
        packs = (edition.pack for editions in self.by_area.values() for edition in editions)
        return tuple(dict.fromkeys(question.fact for pack in packs for question in pack.questions))

    def place_names(self, on: date) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The areas of that day that their own packs bring, each with the names it is heard by. Raises NotInForce."""
        packs = (self.for_area(area, on) for area in self.areas(on))
        return tuple((pack.area, pack.offered.places) for pack in packs if pack.area and pack.offered)

    def as_of(self, day: date) -> Packs:
        """Only what is in force on that day. Raises NotInForce."""
        self._refuse_before_the_first(day)
        found = {area: tuple(e for e in editions if e.holds(day)) for area, editions in self.by_area.items()}
        return Packs({area: editions for area, editions in found.items() if editions})

    def of_version(self, area: str | None, version: str) -> Pack:
        """The pack that a stored assessment names ("2026.1+2026.1"), or the one that corrects it.

        Raises UnknownArea, UnknownEdition.
        """
        editions = self.by_area.get(area)
        if not editions:
            raise UnknownArea(f"area: found {area!r}, expected {self._areas(None)}")
        for edition in editions:
            if version in edition.pack.stands_for:
                return edition.pack
        known = ", ".join(edition.pack.version for edition in editions)
        raise UnknownEdition(f"version: found {version!r}, expected one of {known}")

    def _refuse_before_the_first(self, day: date) -> None:
        first = self.by_area[None][0].since
        if day < first:
            expected = f"{first.isoformat()} or later: no edition of this guidance was in force before"
            raise NotInForce(f"date of the guidance: found {day.isoformat()}, expected {expected}")

    def _areas(self, on: date | None) -> str:
        held = (area for area, found in self.by_area.items() if on is None or any(e.holds(on) for e in found))
        return "one of " + ", ".join(area for area in held if area)
