"""Days told from today: "yesterday", "a week last Sunday", "Friday just gone", "Tuesday week"."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.interview.hear.date_words import WEEKDAY, WEEKDAYS

_WEEKS = r"(?P<n>\d+) (?P<unit>weeks?|fortnights?)"
_PARTS = r"(?: (?:morning|afternoon|evening|night))?"

# Longest first; each is tried in turn at every place in the text.
FORMS: tuple[tuple[str, str], ...] = (
    ("days", r"(?:the )?day before yesterday"),
    ("days_2", r"(?:the )?night before last"),
    ("days_ahead_2", r"(?:the )?day after tomorrow"),
    ("weeks_last", rf"{_WEEKS}(?: ago)? (?:last|this past|past) {WEEKDAY}"),
    ("weekday_before_last", rf"(?:the )?{WEEKDAY} before last"),
    ("weekdays_ago", rf"(?P<n>\d+) {WEEKDAY}s ago"),
    ("weeks_on", rf"{_WEEKS} on {WEEKDAY}"),
    ("weekday_week", rf"{WEEKDAY} (?P<unit>week|fortnight)\b(?! (?:ago|before|last))"),
    ("weeks_from_day", rf"{_WEEKS} (?P<day>yesterday|tomorrow|today)"),
    ("day_week", r"(?P<day>today|tomorrow|yesterday) (?P<unit>week|fortnight)"),
    ("weekday_in_week", rf"(?:on )?(?:the )?{WEEKDAY}{_PARTS},? (?:of |in )?(?P<which>last|this|next) week"),
    ("weekday_in_week_2", rf"(?P<which>last|this|next) week,? (?:on )?(?:the )?{WEEKDAY}"),
    (
        "ago_today",
        (
            r"(?:exactly )?(?P<n>\d+) (?P<unit>weeks?|fortnights?|months?|years?) (?:ago )?(?:today|to the day|"
            r"exactly)(?: ago)?"
        ),
    ),
    ("ago_weekday", rf"{_WEEKS} ago (?:on |this )?{WEEKDAY}"),
    ("ago_weekday_2", rf"{WEEKDAY},? {_WEEKS} ago"),
    ("exactly_ago", r"exactly (?P<n>\d+) (?P<unit>days?|weeks?|fortnights?|months?|years?) ago"),
    ("ago", r"(?P<n>\d+) (?P<unit>days?|weeks?|fortnights?) (?:ago|back)"),
    ("hours_ago", r"(?:\d+|half 1|few|couple of) (?:hours?|minutes?|mins?|hrs?) ago"),
    ("in_days", r"(?:in )?(?P<n>\d+) (?P<unit>days?|weeks?|fortnights?)(?: time| from now| from today)"),
    ("in_days_2", r"in (?P<n>\d+) (?P<unit>days?|weeks?|fortnights?)"),
    ("same_day", r"(?:this (?:time|day)|today|same (?:time|day)) last (?P<unit>week|month|year)"),
    ("last_night", r"last (?:night|evening)"),
    ("yesterday", r"yesterday"),
    ("tomorrow", r"tomorrow"),
    (
        "today",
        r"today|tonight|this (?:very )?(?:morning|afternoon|evening|lunchtime)|just now|right now|earlier on today|now",
    ),
    (
        "gone",
        (
            rf"(?:this |on |the ){{0,3}}{WEEKDAY}(?:{_PARTS})?(?: (?:just|thats|thats just))? (?:gone|past|passed|been|"
            rf"last)\b(?! (?:week|month|year))"
        ),
    ),
    ("last", rf"(?:on )?(?:last|this past|the past|past) {WEEKDAY}"),
    ("coming", rf"(?:this |the |next )?(?:coming|forthcoming|upcoming) {WEEKDAY}"),
    ("coming_2", rf"{WEEKDAY} coming"),
    ("next", rf"next {WEEKDAY}"),
    ("this", rf"this {WEEKDAY}"),
)


def resolve(form: str, match: re.Match[str], today: date) -> date | None:
    """The day that a match of the named form means, or None when British usage does not settle it."""
    groups = {key: value for key, value in match.groupdict().items() if value is not None}
    weekday = WEEKDAYS.index(groups.get("weekday", "monday"))
    span = timedelta(days=int(groups.get("n", "1")) * (14 if groups.get("unit", "").startswith("fortnight") else 7))
    last, coming = before(today, weekday), after(today, weekday)
    match form.removesuffix("_2"):
        case "days":
            return today - timedelta(days=2)
        case "days_ahead":
            return today + timedelta(days=2)
        case "weeks_last":
            return last - span
        case "weekday_before_last":
            return last - timedelta(days=7)
        case "weekdays_ago":
            return last - timedelta(days=7 * (int(groups["n"]) - 1))
        case "weeks_on" | "weekday_week":
            # Said on a Monday, "Monday week" is a week away to some and two to others.
            return coming + span if weekday != today.weekday() else None
        case "weeks_from_day" | "day_week":
            day = groups["day"]
            return (
                today - timedelta(days=1) - span
                if day == "yesterday"
                else today + timedelta(days=day == "tomorrow") + span
            )
        case "weekday_in_week":
            monday = today - timedelta(days=today.weekday())
            return monday + timedelta(days=weekday + {"last": -7, "this": 0, "next": 7}[groups["which"]])
        case "ago_today" | "exactly_ago" | "ago":
            return today - _length(int(groups["n"]), groups["unit"])
        case "same_day":
            return today - _length(1, groups["unit"])
        case "in_days":
            return today + _length(int(groups["n"]), groups["unit"])
        case "hours_ago" | "today":
            return today
        case "last_night" | "yesterday":
            return today - timedelta(days=1)
        case "tomorrow":
            return today + timedelta(days=1)
        case "gone" | "last":
            return last
        case "coming":
            return coming
        case "next":
            # Said on a Monday, "next Friday" is this week's to some and the week after's to others.
            return coming if weekday <= today.weekday() else None
        case "this":
            return today + timedelta(days=weekday - today.weekday()) if weekday >= today.weekday() else None
    return None


def before(today: date, weekday: int) -> date:
    """The latest such weekday before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def after(today: date, weekday: int) -> date:
    """The first such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _length(n: int, unit: str) -> relativedelta:
    unit = unit.rstrip("s")
    if unit == "fortnight":
        return relativedelta(weeks=2 * n)
    return {
        "day": relativedelta(days=n),
        "week": relativedelta(weeks=n),
        "month": relativedelta(months=n),
        "year": relativedelta(years=n),
    }[unit]
