"""Days by day and month: "3/11", "the fourteenth of October", "12 December last year", "the 11th", "Good Friday"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.reading.dates.feasts import FEAST, feast_day
from bot.reading.dates.value import (
    MONTH,
    OTHER,
    UNSETTLED,
    WEEKDAY,
    Form,
    Now,
    Value,
    day,
    form,
    rough,
    span,
    weekday_of,
)
from bot.reading.dates.vocabulary import MONTHS

CENTURY_AFTER = 35
"""A year of two digits is at most so many years ahead: "98" is 1998."""

_D = r"(?P<day>\d{1,2})(?:th)?"
ENDS = (
    r"(?= (?:[|,-]|at|in|when|we|i|im|it|its|he|she|they|and|was|is|but|so|or|not|just|then|early|late|because|to|till|"
    r"until|as|morning|afternoon|evening|night|noon|midday|after|before|by|from|that|which|around|about|approximately|"
    r"roughly|if|maybe|probably|think|inst|ish|last|this|for|with|due|my|the|her|his|mum|dad|onwards|through|into|"
    r"thru|\d{1,2} [:.]|0\d{3}|\d{1,2} (?:am|pm)|\d{4} hours)(?!\S)|$)"
)
"""What may follow a bare number of a day: no noun that it would count."""
_YEAR = rf"(?:(?: ,)?(?: of| in)? (?P<year>(?:19|20)\d\d|\d\d{ENDS})(?! [:]| (?:am|pm|hours)))?"
_WHICH = r"(?:(?: ,)?(?: of| in)? (?P<which>last|this|next) year)?"
_ORDER = {"1th": 1, "2th": 2, "3th": 3, "4th": 4, "5th": 5, "last": -1}


def _numeric(match: re.Match[str], now: Now) -> Value:
    return _date(match["day"], int(match["number"]), now, _year(match, now))


def _named(match: re.Match[str], now: Now) -> Value:
    return _date(match["day"], MONTHS.index(match["month"]) + 1, now, _year(match, now))


def _month_first(match: re.Match[str], now: Now) -> Value:
    n = int(match["day"])
    if match["year"] is None and "th" not in match.group() and n in (now.today.year % 100, now.today.year % 100 - 1):
        return UNSETTLED  # "November 26" may be the 26th, or all of November 2026
    return _named(match, now)


def _two_numbers(match: re.Match[str], now: Now) -> Value:
    n, month = int(match["day"]), int(match["number"])
    if not (1 <= n <= 31 and 1 <= month <= 12):
        return OTHER
    if (n, month) == (24, 7):
        return UNSETTLED  # all day and every day
    found = _date(match["day"], month, now, _year(match, now))
    return Value("dotted", found.when) if match["sep"] == "." and found.kind == "day" else found


def _compact(match: re.Match[str], now: Now) -> Value:
    found = _date(match["day"], int(match["number"]), now, _year(match, now))
    return OTHER if found.kind == "impossible" else found


def _year(match: re.Match[str], now: Now) -> int | None:
    groups = match.groupdict()
    if groups.get("which"):
        return now.today.year + {"last": -1, "this": 0, "next": 1}[groups["which"]]
    written = groups.get("year")
    if not written:
        return None
    year = int(written)
    if len(written) == 4:
        return year
    year += now.today.year // 100 * 100
    return year - 100 if year > now.today.year + CENTURY_AFTER else year


def _date(written: str, month: int, now: Now, year: int | None) -> Value:
    n = int(written)
    if not 1 <= month <= 12:
        return Value("impossible", said=f"month {month}")
    longest = 29 if month == 2 else calendar.monthrange(2001, month)[1]
    name = MONTHS[month - 1].capitalize()
    if not 1 <= n <= longest:
        return Value("impossible", said=f"{n} {name}")
    if year is not None and not 1 <= year <= 9999:
        return UNSETTLED
    if year is not None and n > calendar.monthrange(year, month)[1]:
        return Value("impossible", said=f"{n} {name} {year}")
    return _nearest(now, year, lambda y: _strict(n, month, y))


def _nearest(now: Now, year: int | None, on: Callable[[int], date | None]) -> Value:
    if year is not None:
        when = on(year)
        return UNSETTLED if when is None else day(when)
    this = now.today.year
    years = range(this, this + 9) if now.forward else range(this, this - 9, -1)
    days = (when for y in years if (when := on(y)) is not None)
    when = next((when for when in days if (when > now.today if now.forward else when <= now.today)), None)
    return UNSETTLED if when is None else Value("day", when, in_year=on)


def _strict(n: int, month: int, year: int) -> date | None:
    return date(year, month, n) if n <= calendar.monthrange(year, month)[1] else None


def _feast(match: re.Match[str], now: Now) -> Value:
    return _nearest(now, _year(match, now), lambda y: feast_day(match["feast"], y))


def _nth_weekday(match: re.Match[str], now: Now) -> Value:
    month, n, weekday = MONTHS.index(match["month"]) + 1, _ORDER[match["nth"]], weekday_of(match)

    def on(year: int) -> date | None:
        days = [d for d in range(1, 32) if (at := _strict(d, month, year)) and at.weekday() == weekday]
        return date(year, month, days[n if n < 0 else n - 1]) if n <= len(days) else None

    return _nearest(now, _year(match, now), on)


def _day_only(match: re.Match[str], now: Now) -> Value:
    n = int(match["day"])
    if not 1 <= n <= 31:
        return OTHER
    for step in range(3):
        first = now.today.replace(day=1) + relativedelta(months=step if now.forward else -step)
        when = _strict(n, first.month, first.year)
        if when is not None and (when > now.today if now.forward else when <= now.today):
            return day(when, "day_only")
    return UNSETTLED


def _of_month(match: re.Match[str], now: Now) -> Value:
    which = match.groupdict().get("which") or {"ult": "last", "inst": "this"}[match["latin"]]
    month = now.today.replace(day=1) + relativedelta(months={"last": -1, "this": 0, "next": 1}[which])
    return _date(match["day"], month.month, now, month.year)


def _days_of_one_month(match: re.Match[str], now: Now) -> Value:
    last = _named(match, now)
    if last.when is None:
        return last
    n = int(match["first"])
    first = _strict(n, last.when.month, last.when.year) if 1 <= n <= last.when.day else None
    return UNSETTLED if first is None else span(first, last.when)


def _month_of_number(match: re.Match[str], now: Now) -> Value:
    return rough(f"{match['year']}-{int(match['number']):02d}") if 1 <= int(match["number"]) <= 12 else OTHER


_JOIN = r"(?:-|/|to|and|or|or the|to the|and the|till?|until|through|thru|or maybe|or possibly)"
FORMS: tuple[Form, ...] = (
    form(
        (
            rf"(?:chinese|lunar|jewish|orthodox|islamic|tax|financial|school|academic) (?:new years?(?: (?:day|eve))?|"
            rf"christmas|easter|year){_YEAR}"
        ),
        UNSETTLED,
    ),
    form(
        r"(?P<year>\d{4}) (?P<sep>[-/.]) (?P<number>\d{1,2}) (?P=sep) (?P<day>\d{1,2})(?: t \d\d : \d\d(?: : \d\d)?"
        r"(?: [.] \d+)?(?: z)?)?(?! [/.-] \d)",
        _numeric,
    ),
    form(
        rf"{_D} (?P<sep>[-/.]) (?P<number>\d{{1,2}}) (?P=sep) (?P<year>(?:19|20)\d\d|\d\d)(?! [/.-] \d)",
        _numeric,
    ),
    form(rf"(?P<day>\d{{1,2}}) (?P<number>\d{{1,2}}) (?P<year>20\d\d|\d\d{ENDS})", _numeric),
    form(r"(?P<day>\d\d)(?P<number>\d\d)(?P<year>20\d\d|\d\d)", _compact),
    form(
        rf"(?P<first>\d{{1,2}})(?:th)? {_JOIN} {_D}(?: day)?(?: of)? {MONTH}{_WHICH}{_YEAR}",
        _days_of_one_month,
    ),
    form(rf"{_D}(?: day)?(?: of| of the month of)?(?: [-/.])? {MONTH}{_WHICH}{_YEAR}", _named),
    form(rf"{MONTH}(?: the)? {_D}(?! [:/]| (?:am|pm)){_WHICH}(?:(?: ,)? (?P<year>(?:19|20)\d\d))?", _month_first),
    form(rf"{_D}(?: of)? the (?P<number>\d{{1,2}})(?:th)?(?! [/.-]){_WHICH}{_YEAR}", _numeric),
    form(rf"{_D} (?:of )?(?P<which>this|last|next) month", _of_month),
    form(rf"{_D} (?P<latin>ult|inst)", _of_month),
    form(r"(?P<number>\d{1,2}) / (?P<year>20\d\d)", _month_of_number),
    form(rf"{_D} (?P<sep>/)(?: )?(?P<number>\d{{1,2}})(?! [/.] \d| ago| old| pain| score){_WHICH}", _two_numbers),
    form(rf"{_D} (?P<sep>[.-]) (?P<number>\d{{1,2}}){ENDS}", _two_numbers),
    form(rf"(?:the )?(?P<nth>1th|2th|3th|4th|5th|last) {WEEKDAY} (?:in|of) {MONTH}{_WHICH}{_YEAR}", _nth_weekday),
    form(rf"(?:the )?(?:1th|2th|3th|4th|5th) {WEEKDAY}", UNSETTLED),
    form(rf"(?P<feast>{FEAST}){_WHICH}{_YEAR}", _feast),
    form(r"bank holidays?(?: monday)?(?! weekend)", UNSETTLED),
    form(r"(?:(?<=\bthe )|(?<=\bon ))(?P<day>\d{1,2})(?:th)?" + ENDS, _day_only),
    form(r"(?P<day>\d{1,2})th" + ENDS, _day_only),
)
BARE: tuple[Form, ...] = (
    form(
        r"(?P<day>\d{1,2})(?! (?:ish|or|to|and|by|in|for|-|from|morning|afternoon|evening|night)(?!\S))" + ENDS,
        _day_only,
    ),
    form(r"(?P<day>\d{1,2})(?P<sep>) (?P<number>\d{1,2})$", _two_numbers),
)
"""What is a day only where it opens the text, or follows a weekday."""
