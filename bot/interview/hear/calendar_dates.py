"""Dates by day and month: "3/11", "the fourteenth of October", "12 December last year", "the 11th"."""

import re
from collections.abc import Callable
from datetime import date

from dateutil import parser
from dateutil.relativedelta import MO, relativedelta

from bot.interview.hear.date_words import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from bot.interview.hear.feast_days import FEAST, feast_day

_DAY = r"(?<![\d/.-])(?P<day>\d{1,2})"
_YEAR = r"(?:,? ?(?:of |in )?(?P<year>\d{4}|\d{2}(?![\d/]|\s*(?:days|weeks|children|of))))?"
_WHICH = r"(?:,? ?(?:of |in )?(?P<which>last|this|next) year)?"
_END = r"(?![\d/]|[.-]\d)"

# Before "last Friday" is read as the one just gone.
FIRST: tuple[tuple[str, str], ...] = (
    (
        "nth_weekday",
        rf"(?:the )?(?P<nth>first|second|third|fourth|last) {WEEKDAY} (?:in|of) {MONTH}" + _WHICH + _YEAR,
    ),
)
FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?<![\d/.-])(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})" + _END),
    (
        "numeric",
        _DAY + r"(?P<sep>[-/.\\]| ?/ ?| ?- ?| )(?P<number>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})" + _END,
    ),
    ("compact", r"(?<![\d/.-])(?P<day>\d{2})(?P<number>\d{2})(?P<year>20\d{2}|\d{2})" + _END),
    (
        "named",
        _DAY
        + r"(?:[ /.-]?(?:day )?(?:of )?| of the month of )[ -]?"
        + MONTH
        + r"(?:[-/.](?P<year2>\d{4}|\d{2})|"
        + _WHICH
        + _YEAR
        + ")"
        + r"(?!\d)",
    ),
    ("month_first", MONTH + r" ?(?:the )?(?P<day>\d{1,2})(?![\d/:])(?:,? (?P<year>\d{4}))?" + _WHICH),
    ("of_the", _DAY + r" (?:of )?the (?P<number>\d{1,2})(?![\d/])" + _WHICH + _YEAR),
    ("of_month", r"(?:the )?" + _DAY + r" (?:of )?(?P<which_month>this|last|next) month"),
    ("day_month", _DAY + r"(?P<sep>[-/.]| / )(?P<number>\d{1,2})" + _END + _WHICH),
    ("feast", rf"(?P<feast>{FEAST})" + _WHICH + _YEAR),
    (
        "day_only",
        r"(?:(?:on |the ){1,3}|(?:"
        + "|".join(WEEKDAYS)
        + r"),? (?:the )?|^)"
        + _DAY
        + r"(?: inst)?(?![\d/:]|[.-]\d| (?:days|weeks|months|years|day|week|month|year|hours|kids|children|of|or|to|"
        r"and \d))",
    ),
)
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def resolve(form: str, match: re.Match[str], today: date, forward: bool) -> date | None:
    """The day that a match of the named form means, or None when there is no such day.

    Without a year it is the latest such day not after today, or with `forward` the first after today.
    """
    groups = {key: value for key, value in match.groupdict().items() if value is not None}
    year = _year(groups, today)
    if form == "feast":
        return _nearest(today, forward, year, lambda y: feast_day(groups["feast"], y))
    if form == "nth_weekday":
        return _nearest(today, forward, year, lambda y: _nth(groups, y))
    day = int(groups["day"])
    if form == "day_only":
        return _within_months(today, day, forward)
    if form == "of_month":
        month = today.replace(day=1) + relativedelta(months={"last": -1, "this": 0, "next": 1}[groups["which_month"]])
        return _strict(day, month.month, month.year)
    month_number = MONTHS.index(groups["month"]) + 1 if "month" in groups else int(groups["number"])
    if form == "month_first" and year is None and day % 100 in (today.year % 100, today.year % 100 - 1):
        return None  # "November 26" may be the 26th, or all of November 2026
    return _nearest(today, forward, year, lambda y: _strict(day, month_number, y))


def _year(groups: dict[str, str], today: date) -> int | None:
    if "which" in groups:
        return today.year + {"last": -1, "this": 0, "next": 1}[groups["which"]]
    written = groups.get("year") or groups.get("year2")
    if written is None:
        return None
    return int(written) + (2000 if len(written) == 2 else 0)


def _nearest(today: date, forward: bool, year: int | None, on: Callable[[int], date | None]) -> date | None:
    if year is not None:
        return on(year)
    years = range(today.year, today.year + 9) if forward else range(today.year, today.year - 9, -1)
    found = (day for y in years if (day := on(y)) is not None)
    return next((day for day in found if (day > today if forward else day <= today)), None)


def _within_months(today: date, day: int, forward: bool) -> date | None:
    for step in range(3):
        first = today.replace(day=1) + relativedelta(months=step if forward else -step)
        found = _strict(day, first.month, first.year)
        if found is not None and (found > today if forward else found <= today):
            return found
    return None


def _nth(groups: dict[str, str], year: int) -> date | None:
    month, n = MONTHS.index(groups["month"]) + 1, _ORDER[groups["nth"]]
    weekday = MO.__class__(WEEKDAYS.index(groups["weekday"]), n)
    start = date(year, month, 1) if n > 0 else date(year, month, 1) + relativedelta(day=31)
    return start + relativedelta(weekday=weekday)


def _strict(day: int, month: int, year: int) -> date | None:
    """A real day of the calendar, by dateutil's strict parse; None for 31 June."""
    try:
        return parser.isoparse(f"{year:04d}-{month:02d}-{day:02d}").date()
    except ValueError:
        return None
