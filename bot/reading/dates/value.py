"""What a form found: a day, less than a day, or what is no date at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.criteria.rough_day import RoughDay, earliest_day, latest_day, rough_day
from bot.reading.dates.vocabulary import MONTHS, WEEKDAYS

MONTH = f"(?P<month>{'|'.join(MONTHS)})"
WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAYS)})"
PART = "(?:morning|afternoon|evening|night|lunchtime|teatime|dinnertime|am|pm|early|late)"

Kind = Literal["day", "weekday", "day_only", "dotted", "rough", "impossible", "unsettled", "clock", "other"]


@dataclass(frozen=True)
class Now:
    """The day on which it is said, and whether the words point forward."""

    today: date
    forward: bool = False


@dataclass(frozen=True)
class Value:
    """`weekday`, `day_only` and `dotted` are days that the words beside them may put elsewhere. `said` words what is
    impossible; `in_year` is the same day or month in another year, where none was said.
    """

    kind: Kind
    when: date | None = None
    said: str = ""
    in_year: Callable[[int], date | None] | None = None


CLOCK_TIME = Value("clock")

OTHER = Value("other")
"""A number of something else."""

UNSETTLED = Value("unsettled")
"""A day that usage does not settle: "next Friday", said on a Monday."""

Reads = Callable[[re.Match[str], Now], Value]
Form = tuple[re.Pattern[str], Reads]


def form(pattern: str, reads: Reads | Value) -> Form:
    """The pattern, tried on whole words; `reads` makes the value of its match."""
    return re.compile(rf"(?:{pattern})(?!\S)"), reads if not isinstance(reads, Value) else lambda _match, _now: reads


def any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """One pattern that matches wherever any of these does, and perhaps more: one call that spares a hundred."""
    wide = (
        re.sub(r"\(\?\(\w+\)[^()]*(?:\([^()]*\))*\)", "", _BACK.sub(r"\\S+", pattern.pattern)) for pattern in patterns
    )
    return re.compile("|".join(f"(?:{re.sub('[?]P<[a-z0-9]+>', '?:', each)})" for each in wide))


_BACK = re.compile(r"\(\?P=\w+\)")


def day(when: date, kind: Kind = "day") -> Value:
    """A day."""
    return Value(kind, when)


def rough(edtf: str) -> Value:
    """Less than a day, in EDTF; unsettled where that is no date."""
    when = rough_day(edtf)
    return UNSETTLED if when is None else Value("rough", when)


def span(first: date | None, last: date | None) -> Value:
    """From the earliest day of the first to the latest of the last; None leaves that side open."""
    if first is None or last is None:
        return rough(f"{'..' if first is None else _end(first, False)}/{'..' if last is None else _end(last, True)}")
    if latest_day(last) == earliest_day(first):
        return day(earliest_day(first))
    return rough(f"{_end(first, False)}/{_end(last, True)}")


def _end(when: date, last: bool) -> str:
    whole = when.isoformat()
    if isinstance(when, RoughDay) and (len(whole) > 7 or not whole[-1].isdigit()):
        return (latest_day(when) if last else earliest_day(when)).isoformat()
    return whole


def about(when: date) -> Value:
    """About then."""
    plain = when.isoformat()
    return rough(plain + "~") if plain[-1].isdigit() and "/" not in plain else Value("rough", when)


def on_or_before(today: date, weekday: int) -> date:
    """The latest such weekday not after today."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def before(today: date, weekday: int) -> date:
    """The latest such weekday before today."""
    return on_or_before(today - timedelta(days=1), weekday)


def after(today: date, weekday: int) -> date:
    """The first such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def weekday_of(match: re.Match[str]) -> int:
    """The weekday that a form matched, Monday 0."""
    return WEEKDAYS.index(match["weekday"])
