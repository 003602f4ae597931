"""Months, weeks, seasons, terms and holidays: what is known of a day that nobody can name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from bot.criteria.rough_day import earliest_day, latest_day, rough_day
from bot.reading.dates.feasts import feast_day
from bot.reading.dates.relative_days import length
from bot.reading.dates.value import MONTH, Form, Now, Value, day, form, on_or_before, rough, span
from bot.reading.dates.vocabulary import MONTHS

_WHICH = r"(?:(?: ,)?(?: of| in)? (?P<which>last|this|next) year)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PARTS = {"start": (1, 10), "middle": (11, 20), "end": (21, 31)}
_PART_WORDS = {
    "start": r"(?:the )?(?:very )?(?:early|beginning of|start of)(?: in)?(?: the)?",
    "middle": r"(?:the )?(?:mid|middle of|half way through|halfway through)(?: the)?",
    "end": r"(?:the )?(?:very )?(?:late|end of|back end of|latter part of)(?: in)?(?: the)?",
}
_PART = "(?:" + "|".join(f"(?P<{part}>{words})" for part, words in _PART_WORDS.items()) + ")"
# The months of each, and how many years after its own year the last one is.
_SEASONS = {
    "spring term": ("01", "04", 0),
    "summer term": ("04", "07", 0),
    "autumn term": ("09", "12", 0),
    "summer holidays": ("07", "09", 0),
    "summer holiday": ("07", "09", 0),
    "school holidays": ("07", "09", 0),
    "six weeks holidays": ("07", "09", 0),
    "6 weeks holidays": ("07", "09", 0),
    "easter holidays": ("03", "04", 0),
    "spring": ("03", "05", 0),
    "summer": ("06", "08", 0),
    "autumn": ("09", "11", 0),
    "winter": ("12", "02", 1),
}
_HALF_TERMS = {
    "february": ("02",),
    "spring": ("02",),
    "may": ("05", "06"),
    "summer": ("05", "06"),
    "october": ("10",),
    "autumn": ("10",),
}


def _yearly(now: Now, match: re.Match[str], of_year: Callable[[int], Value]) -> Value:
    """What comes every year: of the year said, else the latest that has begun; "last summer" is the latest too."""
    year = match.groupdict().get("year")
    if year:
        return of_year(int(year))
    if match.groupdict().get("which"):
        return of_year(now.today.year + {"last": -1, "this": 0, "next": 1}[match["which"]])

    def on(y: int) -> date | None:
        return of_year(y).when

    years = range(now.today.year + 1, now.today.year - 2, -1)
    begun = next((y for y in years if (when := on(y)) and earliest_day(when) <= now.today), now.today.year)
    if match.groupdict().get("back") and (when := on(begun)) and latest_day(when) >= now.today:
        begun -= 1
    found = of_year(begun + 1 if now.forward else begun)
    return Value(found.kind, found.when, in_year=on)


def _month(match: re.Match[str], now: Now) -> Value:
    month = MONTHS.index(match["month"]) + 1
    part = next((part for part in _PARTS if match.groupdict().get(part)), None)

    def of_year(year: int) -> Value:
        whole = rough_day(f"{year:04d}-{month:02d}")
        if part is None or whole is None:
            return rough(f"{year:04d}-{month:02d}")
        first, last = _PARTS[part]
        return span(date(year, month, first), date(year, month, min(last, whole.latest.day)))

    return _yearly(now, match, of_year)


def _week_of_month(match: re.Match[str], now: Now) -> Value:
    month, n = MONTHS.index(match["month"]) + 1, match["nth"]

    def of_year(year: int) -> Value:
        whole = rough_day(f"{year:04d}-{month:02d}")
        assert whole is not None  # a month of a year
        if "half" in match.group():
            half = (
                (date(year, month, 1), date(year, month, 15)) if n == "1th" else (date(year, month, 16), whole.latest)
            )
            return span(*half)
        first = whole.latest.day - 6 if n == "last" else 7 * (int(n[0]) - 1) + 1
        return span(date(year, month, first), date(year, month, first + 6))

    return _yearly(now, match, of_year)


def _season(match: re.Match[str], now: Now) -> Value:
    first, last, on = _SEASONS[match["season"]]
    return _yearly(now, match, lambda year: rough(f"{year:04d}-{first}/{year + on:04d}-{last}"))


def _half_term(match: re.Match[str], now: Now) -> Value:
    names = [match["name"]] if match["name"] else ["february", "may", "october"]

    def of_year(months: tuple[str, ...]) -> Callable[[int], Value]:
        return lambda year: rough("/".join(f"{year:04d}-{month}" for month in months))

    found = [_yearly(now, match, of_year(_HALF_TERMS[name])) for name in names]
    return max(found, key=lambda value: earliest_day(value.when) if value.when else date.min)


def _part_of_year(match: re.Match[str], now: Now) -> Value:
    year = int(match["year"])
    part = next(part for part in _PARTS if match[part])
    first, last = {"start": (1, 4), "middle": (5, 8), "end": (9, 12)}[part]
    return rough(f"{year}-{first:02d}/{year}-{last:02d}")


def _unit(match: re.Match[str], now: Now) -> Value:
    which, unit, today = match["which"], match["unit"], now.today
    if unit == "year":
        return rough(f"{today.year + _STEP[which]:04d}")
    if unit == "month":
        month = today.replace(day=1) + relativedelta(months=_STEP[which])
        return rough(f"{month:%Y-%m}")
    monday = on_or_before(today, 0) + timedelta(weeks=_STEP[which])
    return span(monday, today if which == "this" and not now.forward else monday + timedelta(days=6))


_STEP = {"last": -1, "this": 0, "next": 1}


def _week_before_last(match: re.Match[str], now: Now) -> Value:
    monday = on_or_before(now.today, 0) - timedelta(weeks=2)
    return span(monday, monday + timedelta(days=6))


def _weekend(match: re.Match[str], now: Now) -> Value:
    saturday = on_or_before(now.today, 5) - timedelta(weeks=1 if match["earlier"] else 0)
    return span(saturday, saturday + timedelta(days=1))


def _feast_time(first: Callable[[int], date], last: Callable[[int], date]) -> Callable[[re.Match[str], Now], Value]:
    return lambda match, now: _yearly(now, match, lambda year: span(first(year), last(year)))


def _bank_holiday_weekend(match: re.Match[str], now: Now) -> Value:
    names = ("easter monday", "may day bank holiday", "spring bank holiday", "august bank holiday")
    days = [feast_day(name, year) for name in names for year in (now.today.year - 1, now.today.year)]
    monday = max(when for when in days if when and when <= now.today)
    return span(monday - timedelta(days=2), monday)


def _past(match: re.Match[str], now: Now) -> Value:
    n = int(match["n"]) if match["n"] else 2 if match["some"] == "couple" else 3 if match["some"] else 1
    return span(now.today - length(n, match["unit"]), now.today)


_ANY_YEAR = rf"(?:(?:(?: ,)?(?: of| in)? {_YEAR})|{_WHICH})"
_AFTER_THESE = "|".join(
    rf"(?<=\b{word} )"
    for word in "in during of since circa c about around until before after from to and year or".split()
)
_LAST = r"(?:(?:the )?(?:(?P<back>last|previous|past)|this) )?"
FORMS: tuple[Form, ...] = (
    form(
        (
            rf"(?:the )?{_LAST}(?:(?P<name>{'|'.join(_HALF_TERMS)})(?: school)? )?half term(?: (?:week|"
            rf"holidays?))?{_ANY_YEAR}"
        ),
        _half_term,
    ),
    form(
        rf"1 year last {MONTH}",
        lambda match, now: rough(
            f"{now.today.year - 1 - (MONTHS.index(match['month']) >= now.today.month)}-"
            f"{MONTHS.index(match['month']) + 1:02d}"
        ),
    ),
    form(rf"{_PART} {MONTH}(?: (?:time|sometime))?{_ANY_YEAR}", _month),
    form(rf"(?:the )?(?P<nth>1th|2th|3th|4th|last) (?:week|half) (?:of|in) {MONTH}{_ANY_YEAR}", _week_of_month),
    form(rf"{_LAST}{MONTH}{_ANY_YEAR}", _month),
    form(rf"{_PART} {_YEAR}", _part_of_year),
    form(
        rf"(?:the )?{_LAST}(?P<season>{'|'.join(_SEASONS)})(?! (?:bank|born|camp|school))(?: time)?{_ANY_YEAR}", _season
    ),
    form(r"(?:the )?week before last", _week_before_last),
    form(
        r"(?:(?:in|within|over|during|sometime in|at some point in) )?(?:the )?(?:last|past) (?:(?P<n>\d{1,2})|"
        r"(?P<some>couple|few)"
        r"(?: of)?) (?P<unit>days|weeks|months|years)",
        _past,
    ),
    form(
        (
            r"(?:(?:in|within|over|during) the (?:last|past)|(?:the )?past) (?P<n>)(?P<some>)(?P<unit>week|fortnight|"
            r"month|year)"
        ),
        _past,
    ),
    form(r"(?:(?:earlier|later|early|late|mid) )?(?P<which>last|this|next) (?P<unit>week|month|year)", _unit),
    form(r"(?:the )?bank holiday weekend", _bank_holiday_weekend),
    form(
        rf"(?:the )?{_LAST}easter weekend{_ANY_YEAR}",
        _feast_time(lambda y: easter(y) - timedelta(days=2), lambda y: easter(y) + timedelta(days=1)),
    ),
    form(
        rf"(?<!between )christmas and new years?{_ANY_YEAR}",
        _feast_time(lambda y: date(y, 12, 24), lambda y: date(y + 1, 1, 1)),
    ),
    form(
        rf"{_LAST}easter{_ANY_YEAR}",
        _feast_time(lambda y: easter(y) - timedelta(days=2), lambda y: easter(y) + timedelta(days=1)),
    ),
    form(
        rf"{_LAST}christmas(?: (?:time|period|holidays))?{_ANY_YEAR}",
        _feast_time(lambda y: date(y, 12, 24), lambda y: date(y, 12, 26)),
    ),
    form(r"(?:in|early in) the new year", lambda match, now: _yearly(now, match, lambda year: rough(f"{year}-01"))),
    form(r"(?:the )?new year", lambda match, now: _yearly(now, match, lambda year: day(date(year, 1, 1)))),
    form(
        r"(?:the )?(?:last |this |this past |past )?weekend(?: (?:just )?(?:gone|past))?(?P<earlier>(?: before last)?)",
        _weekend,
    ),
    form(rf"(?:{_AFTER_THESE}){_YEAR}(?! /)", lambda match, now: rough(match["year"])),
)
BARE: tuple[Form, ...] = (form(rf"{_YEAR}(?= [|,]|$)", lambda match, now: rough(match["year"])),)
