"""Days told from today: "yesterday", "a week last Sunday", "Friday just gone", "48 hours ago", "Tuesday week"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.dates.value import (
    PART,
    UNSETTLED,
    WEEKDAY,
    Form,
    Now,
    Value,
    about,
    after,
    before,
    day,
    form,
    on_or_before,
    rough,
    span,
    weekday_of,
)

_N = r"(?P<n>\d{1,3})"
_WEEKS = rf"{_N} (?P<unit>weeks?|fortnights?)"
_UNIT = r"(?P<unit>days?|nights?|weeks?|fortnights?|months?|years?)"
_CLINICAL = {"7": "day", "52": "week", "12": "month"}


def length(n: int, unit: str) -> relativedelta:
    """So many days, nights, weeks, fortnights, months or years."""
    match unit.rstrip("s"):
        case "fortnight":
            return relativedelta(weeks=2 * n)
        case "week":
            return relativedelta(weeks=n)
        case "month":
            return relativedelta(months=n)
        case "year":
            return relativedelta(years=n)
    return relativedelta(days=n)


def _shifted(when: date, by: relativedelta, sign: int = -1) -> date | None:
    try:
        return when + sign * by
    except (ValueError, OverflowError):
        return None


def _moved(when: date, n: int, unit: str, sign: int = -1) -> Value:
    moved = _shifted(when, length(n, unit), sign)
    return UNSETTLED if moved is None else day(moved)


def _ago(match: re.Match[str], now: Now) -> Value:
    n, unit = int(match["n"]), match["unit"].rstrip("s")
    if unit not in ("month", "year"):
        return _moved(now.today, n, unit)
    when = _shifted(now.today, length(n, unit))
    return UNSETTLED if when is None else rough(when.isoformat()[: 7 if unit == "month" else 4] + "~")


def _some_ago(match: re.Match[str], now: Now) -> Value:
    n, unit = 2 if match["some"] == "couple" else 3, match["unit"].rstrip("s")
    when = _shifted(now.today, length(n, unit))
    assert when is not None  # three years at most
    return (
        about(when) if unit not in ("month", "year") else rough(when.isoformat()[: 7 if unit == "month" else 4] + "~")
    )


def _clinical(match: re.Match[str], now: Now) -> Value:
    n, unit = int(match["n"]), _CLINICAL[match["of"]]
    when = _shifted(now.today, length(n, unit))
    return UNSETTLED if when is None else rough(when.isoformat()[:7] + "~") if unit == "month" else day(when)


def _hours_ago(match: re.Match[str], now: Now) -> Value:
    n = int(match["n"]) if match["n"] else 1
    days, rest = divmod(n, 24)
    if "minutes" in match.group() or (n < 24 and n <= 6):
        return day(now.today)
    last = now.today - timedelta(days=days)
    return day(last) if not rest else span(last - timedelta(days=1), last)


def _weekday_in_week(match: re.Match[str], now: Now) -> Value:
    monday = on_or_before(now.today, 0)
    return day(monday + timedelta(days=weekday_of(match) + {"last": -7, "this": 0, "next": 7}[match["which"]]))


def _weeks_on(match: re.Match[str], now: Now) -> Value:
    # Said on a Monday, "Monday week" is a week away to some and two to others.
    weekday = weekday_of(match)
    n = int(match.groupdict().get("n") or 1)
    if weekday == now.today.weekday():
        return UNSETTLED
    return _moved(after(now.today, weekday), n, match["unit"], 1)


def _next(match: re.Match[str], now: Now) -> Value:
    # Said on a Monday, "next Friday" is this week's to some and the week after's to others.
    weekday = weekday_of(match)
    return day(after(now.today, weekday)) if weekday <= now.today.weekday() else UNSETTLED


def _this(match: re.Match[str], now: Now) -> Value:
    ahead = weekday_of(match) - now.today.weekday()
    return day(now.today + timedelta(days=ahead)) if ahead >= 0 else UNSETTLED


def _last(match: re.Match[str], now: Now) -> Value:
    return day(before(now.today, weekday_of(match)))


def _weekdays_ago(match: re.Match[str], now: Now) -> Value:
    return day(on_or_before(now.today, weekday_of(match)) - timedelta(weeks=int(match["n"]) - 1))


def _from_word(match: re.Match[str], now: Now) -> Value:
    at = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["day"]]
    ahead = at >= 0 and "ago" not in match.group()
    return _moved(
        now.today + timedelta(days=at), int(match.groupdict().get("n") or 1), match["unit"], 1 if ahead else -1
    )


def _weeks_before_last(match: re.Match[str], now: Now) -> Value:
    return _moved(before(now.today, weekday_of(match)), int(match["n"] or 1), match["unit"])


def _ago_weekday(match: re.Match[str], now: Now) -> Value:
    n, weekday = int(match.groupdict().get("n") or 1), weekday_of(match)
    when = _shifted(now.today, length(n, match["unit"]))
    if when is not None and when.weekday() == weekday:
        return day(when)
    # "Friday, two weeks ago" may be either Friday.
    one_week = n == 1 and match["unit"] == "week"
    return day(before(now.today, weekday) - timedelta(weeks=1)) if one_week else UNSETTLED


def _weekday(match: re.Match[str], now: Now) -> Value:
    weekday = weekday_of(match)
    return day(after(now.today, weekday) if now.forward else on_or_before(now.today, weekday), "weekday")


def _days(n: int) -> Callable[[re.Match[str], Now], Value]:
    return lambda _match, now: day(now.today + timedelta(days=n))


_EXACT = r"(?:today|to the day|exactly)"
FORMS: tuple[Form, ...] = (
    form(r"(?:the )?day before yesterday|(?:the )?night before last", _days(-2)),
    form(r"(?:the )?day after tomorrow", _days(2)),
    form(rf"(?:{_N} )?(?P<unit>weeks?|fortnights?)(?: ago)? (?:last|this past|past) {WEEKDAY}", _weeks_before_last),
    form(
        rf"(?:last |on |the ){{0,3}}{WEEKDAY}(?: ,)? (?:but |and )?not (?:this|the|that|last)(?: last| past)?(?:(?: 1| "
        r"(?P=weekday))(?: just)?(?: gone| past| been| passed)?| just gone)",
        lambda match, now: day(before(now.today, weekday_of(match)) - timedelta(weeks=1)),
    ),
    form(
        rf"(?:the )?{WEEKDAY} before last",
        lambda match, now: day(before(now.today, weekday_of(match)) - timedelta(weeks=1)),
    ),
    form(rf"{_N} {WEEKDAY}s (?:ago|back)", _weekdays_ago),
    form(rf"{_WEEKS} on {WEEKDAY}", _weeks_on),
    form(rf"{WEEKDAY} (?P<unit>week|fortnight)(?! (?:ago|before|last))", _weeks_on),
    form(rf"{_WEEKS}(?: ago)? (?P<day>yesterday|tomorrow)", _from_word),
    form(r"(?P<day>today|tomorrow|yesterday) (?P<unit>week|fortnight)", _from_word),
    form(
        rf"(?:on )?(?:the )?{WEEKDAY}(?: {PART})?(?: ,)?(?: of| in)? (?P<which>last|this|next) week", _weekday_in_week
    ),
    form(rf"(?P<which>last|this|next) week(?: ,)?(?: on)?(?: the)? {WEEKDAY}", _weekday_in_week),
    form(rf"{_WEEKS} (?:from|on) (?P<day>today)", _from_word),
    form(
        rf"(?:exactly )?{_N} {_UNIT} (?:ago )?{_EXACT}(?: ago)?|exactly {_N.replace('n>', 'm>')} "
        rf"{_UNIT.replace('unit', 'of')} ago",
        lambda match, now: _moved(now.today, int(match["n"] or match["m"]), match["unit"] or match["of"]),
    ),
    form(rf"{_WEEKS} ago (?:on |this )?{WEEKDAY}", _ago_weekday),
    form(rf"{WEEKDAY}(?: ,)? (?:{_N} )?(?P<unit>weeks?|fortnights?) ago", _ago_weekday),
    form(rf"{_N} {_UNIT} (?:ago|back)", _ago),
    form(
        r"(?P<unit>week|fortnight|month|year) (?:ago|back)",
        lambda match, now: _moved(now.today, 1, match["unit"]) if match["unit"] in ("week", "fortnight") else UNSETTLED,
    ),
    form(rf"(?:a )?(?P<some>couple|few|several)(?: of)? {_UNIT} (?:ago|back)", _some_ago),
    form(r"(?P<n>\d{1,3}) / (?P<of>7|52|12) ago", _clinical),
    form(r"(?:(?P<n>\d{1,3})|half 1|half an|few|a few|couple of|a couple of) (?:hours?|minutes) ago", _hours_ago),
    form(
        rf"(?:in )?{_N} {_UNIT}(?: time| from now| from today)",
        lambda match, now: _moved(now.today, int(match["n"]), match["unit"], 1),
    ),
    form(
        rf"in {_N} (?P<unit>days?|weeks?|fortnights?)",
        lambda match, now: _moved(now.today, int(match["n"]), match["unit"], 1),
    ),
    form(
        r"(?:this (?:time|day)|today|same (?:time|day)) last (?P<unit>week|month|year)",
        lambda match, now: _moved(now.today, 1, match["unit"]),
    ),
    form(r"(?:the )?last (?:night|evening)|yesterday", _days(-1)),
    form(r"tomorrow", _days(1)),
    form(
        r"today|tonight|this (?:very )?(?:morning|afternoon|evening|lunchtime)|just now|right now|rn|earlier on today|"
        r"same day as today",
        _days(0),
    ),
    form(
        rf"(?:this |on |the ){{0,3}}{WEEKDAY}(?: {PART})?(?: (?:just|thats|thats just))? (?:gone|past|passed|been|last)"
        r"(?! (?:week|month|year))",
        _last,
    ),
    form(rf"(?:on )?(?:the )?(?:last|this past|past) {WEEKDAY}(?! (?:of|in|before)(?!\S))", _last),
    form(
        rf"(?:this |the |next )?(?:coming|forthcoming|upcoming) {WEEKDAY}",
        lambda match, now: day(after(now.today, weekday_of(match))),
    ),
    form(rf"{WEEKDAY} coming", lambda match, now: day(after(now.today, weekday_of(match)))),
    form(rf"next {WEEKDAY}", _next),
    form(rf"this {WEEKDAY}", _this),
    form(WEEKDAY, _weekday),
)
NOW: tuple[Form, ...] = (form(r"now(?= [|,]|$)", _days(0)),)
"""Today only where it opens the text: "in hospital now" says no day."""
