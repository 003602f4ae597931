"""A date of which less than the day is known, written in EDTF (ISO 8601-2): a month, a range, "about"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

_ONE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPEN = ("", "..")


class RoughDay(date):
    """The earliest day that it can have been, with the latest; date.min and date.max where the range is open."""

    latest: date
    edtf: str

    def __new__(cls, earliest: date, latest: date, edtf: str) -> RoughDay:
        """`edtf` is how it was told."""
        made = super().__new__(cls, earliest.year, earliest.month, earliest.day)
        made.latest, made.edtf = latest, edtf
        return made

    def isoformat(self) -> str:
        """As it was told."""
        return self.edtf

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RoughDay) and self.edtf == other.edtf

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.edtf)

    def __reduce__(self) -> tuple[Any, ...]:
        return RoughDay, (earliest_day(self), self.latest, self.edtf)


def rough_day(text: str) -> RoughDay | None:
    """`2026-10`, `2026`, `2026-10-20~`, `2026-08/2026-10`, `2026-08/..`, `../2026-10`; None for anything else, a whole
    day included.
    """
    if _DAY.fullmatch(text):
        return None
    first, slash, last = text.partition("/")
    if first in _OPEN and last in _OPEN:
        return None
    earliest = (date.min, date.min) if slash and first in _OPEN else _span(first)
    latest = (date.max, date.max) if slash and last in _OPEN else _span(last) if slash else earliest
    if earliest is None or latest is None or earliest[0] > latest[1]:
        return None
    return RoughDay(earliest[0], latest[1], text)


def earliest_day(day: date) -> date:
    """The earliest day that it can have been, as a plain date to count from; date.min where nobody knows."""
    return date(day.year, day.month, day.day)


def latest_day(day: date) -> date:
    """The latest day that it can have been."""
    return day.latest if isinstance(day, RoughDay) else day


def _span(text: str) -> tuple[date, date] | None:
    found = _ONE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    whole = relativedelta(months=1) if month else relativedelta(years=1)
    return first, first + whole - timedelta(days=1)
