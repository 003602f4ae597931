"""Ages told by a birth or a birthday, and what is no age though it is a number: read from the words as typed."""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.criteria.rough_day import earliest_day, latest_day
from bot.reading.dates import find_dates
from bot.reading.dates.vocabulary import MONTHS, WEEKDAYS
from bot.reading.hear.age import group_of
from bot.reading.hear.model import Heard

_OTHERS = re.compile(r"\b(?:mum|mam|mother|dad|father|parents?|carer|partner|boyfriend)\b", re.IGNORECASE)
_BORN = re.compile(r"\b(?:born|b\.|b(?= \d)|d\.?o\.?b\.?|date of birth|birth date)[ :,-]*", re.IGNORECASE)
_YEAR = re.compile(r"(?:in |on |about |around |circa |c\.? ?){0,3}((?:19|20)\d\d)\b(?![/.-])")
_BABY_OF = re.compile(r"\b((?:19|20)\d\d)[ -](?:baby|born|child|birth)\b", re.IGNORECASE)
_REACH = 40  # characters after "born" in which the day is told
_GESTATION = re.compile(r"\b(?P<weeks>[1-4]\d) ?(?:/ ?40|\+ ?[0-6])(?!\d)")
_OUT = re.compile(r"\b(?:born|prem\w*|term|ex|delivered|baby|newborn|neonate)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:now|old|corrected)\b|/(?:12|52|7)\b", re.IGNORECASE)
_HALF = re.compile(r"(?<=\d) ?(?:[½¼¾]| 1[/⁄][24]\b)|(?<=\d)1⁄[24]\b")
_NAMES = "|".join((*MONTHS, *WEEKDAYS))
_BIRTHDAY = re.compile(
    r"(?P<verb>\b(?:turns|turning|would(?: have|ve|'ve) (?:been|turned|be)|about to (?:be|turn)|due to (?:be|turn)|"
    r"going to be|"
    r"will be|coming up to|was to be) )?(?P<n>\b\d{1,2})(?:(?:st|nd|rd|th)? birthday)?"
    rf"(?P<ahead> (?:is )?(?:tomorrow|next|soon|later this|in (?:{_NAMES}|\d|a |one|two|three|four|five|six))\b)?",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|became|turned|been)(?: just| only)? $", re.IGNORECASE)
_BY_NOW = re.compile(r" ?(?:by )?now\b", re.IGNORECASE)
_NO_AGE = re.compile(
    r"(?<!\d)\d{1,5}(?:\.\d{1,3})? ?(?:%|percent|per cent|kgs?|kilos?|kilograms?|stones?|st|lbs?|mg|mcg|mls?|grams?|"
    r"cm|mm|metres?|miles?|mph|"
    r"(?:ft|foot|feet)(?: ?\d+)?|tablets?|pills?|paracetamols?|doses?|units?|times|siblings?|brothers?|sisters?|others|"
    r"of (?:them|us|the)|occasions?|quid|degrees?|weeks? pregnant to)(?!\w)"
    r"|\b(?:ward|bed|room|flat|house|number|no\.?|section|grade|gcs|para|log|ref|pc|bus|case|platform) ?\d+\b",
    re.IGNORECASE,
)


def age_in_words(text: str) -> str:
    """The text with halves spelled out, a coming birthday brought down to the age before it, and without the numbers
    that are no age ("20% burns", "14 stone")."""
    text = _HALF.sub(" and a half", _NO_AGE.sub(" ", _GESTATION.sub(" ", text)))
    return _BIRTHDAY.sub(_before_birthday, text)


def _before_birthday(match: re.Match[str]) -> str:
    if not (match["verb"] or match["ahead"]):
        return match.group()
    was = _PAST.search(match.string[max(0, match.start() - _REACH) : match.start()])
    by_now = match["verb"] and _BY_NOW.match(match.string, match.end())
    return match.group() if was or by_now else f"{max(int(match['n']) - 1, 0)} years old"


def by_birth(text: str, today: date) -> Heard | None:
    """The age group of whoever was born then, not sure where they may be of either of two; None where no birth is told.

    Weeks of gestation leave open whether the child is born: they are read back.
    """
    if _OTHERS.search(text):
        return None
    if weeks := _GESTATION.search(text):
        rest = text[: weeks.start()] + text[weeks.end() :]
        if _SINCE.search(rest):
            return None
        born = int(weeks["weeks"]) >= 37 or _OUT.search(rest)
        return Heard("under_18" if born else "unborn", sure=False)
    born_on = _birth(text, today)
    if born_on is None:
        return None
    oldest, youngest = (relativedelta(today, day).years for day in born_on)
    return Heard(group_of(oldest), sure=group_of(oldest) == group_of(youngest))


def _birth(text: str, today: date) -> tuple[date, date] | None:
    """The earliest and the latest day of birth."""
    if match := _BABY_OF.search(text):
        return _of_year(int(match[1]), today)
    if (born := _BORN.search(text)) is None:
        return None
    rest = text[born.end() : born.end() + _REACH]
    if year := _YEAR.match(rest):
        return _of_year(int(year[1]), today)
    found = next((one.value for one in find_dates(rest, today) if one.value is not None), None)
    if found is None:
        return None
    first, last = earliest_day(found), min(latest_day(found), today)
    if first > today:  # "dob 1/1/40"
        first, last = (day - relativedelta(years=100) for day in (first, latest_day(found)))
    return (first, last) if date.min < first <= last else None


def _of_year(year: int, today: date) -> tuple[date, date] | None:
    return (date(year, 1, 1), min(date(year, 12, 31), today)) if year <= today.year else None
