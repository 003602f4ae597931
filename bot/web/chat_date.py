"""Three fields - day, month, year - read as a date."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bot.web.limits import number

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST_TOLD = 20
"""Characters of a field that a message repeats; the field itself keeps them all."""


class NotADate(ValueError):
    """The three fields do not form a date. `part` is the first field to be put right."""

    def __init__(self, part: str, sentence: str) -> None:
        super().__init__(sentence)
        self.part = part


class DateFields(NamedTuple):
    """The three fields as typed."""

    day: str = ""
    month: str = ""
    year: str = ""

    def is_empty(self) -> bool:
        """Whether nothing was typed in any of them."""
        return not any(self)

    def read(self) -> date:
        """The date. A month may be a name. Raises NotADate with one sentence on what is missing or wrong."""
        absent = [part for part in self._fields if not getattr(self, part)]
        if absent:
            raise NotADate(absent[0], f"Date must include a {' and a '.join(absent)}")
        if not (self.year.isdecimal() and len(self.year) == 4):
            raise NotADate("year", f"Year must be four numbers, such as 2026: found {_short(self.year)}")
        month = self._month()
        if month is None:
            raise NotADate("month", f"Month must be a number from 1 to 12, or its name: found {_short(self.month)}")
        try:
            return date(int(self.year), month, number(self.day) or 0)
        except ValueError:
            found = f"{_short(self.day)} {_short(self.month)} {self.year}"
            raise NotADate("day", f"Date must be a real date: found {found}") from None

    def _month(self) -> int | None:
        named = self.month.lower()[:3]
        if named in MONTHS:
            return MONTHS.index(named) + 1
        month = number(self.month)
        return month if month is not None and 1 <= month <= 12 else None


def _short(typed: str) -> str:
    return typed if len(typed) <= LONGEST_TOLD else f"{typed[:LONGEST_TOLD]}…"
