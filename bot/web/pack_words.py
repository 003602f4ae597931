"""What pages say from the packs of the day: labels of facts and values, partnerships' names, contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bot.guidance.model import Pack
from bot.guidance.packs import Packs
from bot.interview.saying import contacts_text, question_for


class PackWords:
    """Asked anew each time, so that a new edition speaks from its first day on, in a service that runs already."""

    def __init__(self, packs: Packs, today: Callable[[], date]) -> None:
        self.packs, self.today = packs, today

    def fact_words(self, name: str) -> str:
        """The fact's label, in an older edition's words if it is gone; an unknown fact's name as it stands."""
        return next((pack.facts[name].label for pack in self._national() if name in pack.facts), name)

    def value_words(self, fact: str, value: str) -> str:
        """The option's label, in an older edition's words if it is gone; an unknown value as it stands."""
        for pack in self._national():
            question = question_for(pack, fact)
            if question and value in question.options:
                return question.options[value].label
        return value

    def areas(self) -> dict[str, str]:
        """The areas that pages offer, each with the name of its partnership, in the pack's order."""
        ids = self.packs.areas(self.today())
        return {area: _name_of(self._of(area)) for area in ids if area != "not_england"}

    def contacts(self, area: str | None) -> str:
        """Whom to call there, as Markdown."""
        return contacts_text(self._of(area))

    def _of(self, area: str | None) -> Pack:
        """The pack of the area; the national one for an area that is gone."""
        return self.packs.for_area(area if area in self.packs.areas(self.today()) else None, self.today())

    def _national(self) -> Iterator[Pack]:
        """The edition of today, then those before it."""
        day = self.today()
        return (edition.pack for edition in reversed(self.packs.by_area[None]) if edition.since <= day)


def _name_of(pack: Pack) -> str:
    """The partnership's name; an area without a pack of its own is another area of England."""
    name = "Another area of England" if pack.head.id == pack.national.id else pack.head.partnership
    return name[:1].upper() + name[1:]
