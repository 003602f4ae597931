"""The days and times of days that a text names, and where; ranges and hedges put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from bot.criteria.rough_day import RoughDay, earliest_day, latest_day
from bot.reading.dates import calendar_days, less_than_a_day, other_numbers, relative_days, told_days
from bot.reading.dates.relative_days import length
from bot.reading.dates.tokens import Line, line_of
from bot.reading.dates.told_days import told_day
from bot.reading.dates.value import PART, Form, Now, Value, about, any_of, on_or_before, span

_TOO_OLD = 120
_FORWARD = re.compile(
    r"\b(?:next|coming|forthcoming|upcoming|will be|will|planned|planning|plan|due|going to|intend\w*|scheduled|hoping|"
    r"expected|booked|set for|publishing|shall|to be)\b"
)
_FORMS: tuple[Form, ...] = (
    *other_numbers.CLOCK,
    *calendar_days.FORMS,
    *relative_days.FORMS,
    *less_than_a_day.FORMS,
    *other_numbers.NUMBERS,
)
_BARE: tuple[Form, ...] = (*calendar_days.BARE, *less_than_a_day.BARE, *relative_days.NOW)
_ANY = any_of(pattern for pattern, _ in (*_FORMS, *told_days.FORMS))
_PARTS = re.compile(rf"\b{PART}\b")

_TO = re.compile(
    r"(?:,? ?(?P<how>to|and|or|till?|until|through|thru|into|-|/)(?: (?:maybe|possibly|perhaps|even|probably|it was|"
    r"early|late|on|the|about|around|in|at)){0,3})$"
)
_BETWEEN = re.compile(
    r"\b(?:between|from|either|both|over|sometime|anytime)(?: (?:the|on|about|around|early|late|in))*$"
)
_NOISE = (
    r"(?: ?(?:[,|-]|so|a|an|the|on|it was|which was|that was|i think|early|late|hours|at|being|ie|is|was|of)(?!\S))*$"
)
_BESIDE = re.compile(r"^" + _NOISE)
_ON_THE = r"(?: (?:on|the|at|last|about|around|in|this|or|early))*$"
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|circa|ca|c|nearly|almost|somewhere near|close to|towards?|nearer|near|"
    r"good|give or take|best guess|just over|just under|probably around)" + _ON_THE
)
_UP_TO = re.compile(
    r"\b(?<!no )(?<!not )(?P<how>before|prior to|earlier than|until|till?|up to|by|no later than|not later than|"
    r"on or before)" + _ON_THE
)
_FROM = re.compile(
    r"\b(?P<how>after|since|from|later than|no earlier than|not before|on or after|beyond|past|following|ever since)"
    + _ON_THE
)
_OVER = re.compile(r"\b(?:over|more than|at least)$")
_UNDER = re.compile(r"\b(?:less than|under|within|inside)$")
_WEEK = re.compile(
    r"\b(?:w / (?P<short>[cbe])|wc|we|week (?P<long>commencing|beginning|starting|ending|of|to)|"
    r"(?P<of>week))(?: (?:on|the|of))*$"
)
_SHIFT = re.compile(
    r"\b(?:(?P<n>\d{1,3}) )?(?:the )?(?P<unit>days?|weeks?|months?|morning|night) (?P<way>before|after|prior to|"
    r"later than|following)(?: the)?$"
)
_BEFORE_A_TIME = re.compile(r"\b(?:weeks?|weekend|months?|days?|nights?|term) (?:before|after|following)(?: the)?$")
_NOT = re.compile(r"\b(?:not|isnt|wasnt)(?: (?:on|the|last|this|of|a|1))*$")
_DATED = re.compile(r"(?:^|[|,]|\b(?:on|the|was|from|since|by|before|after|until|and|to|between|dated|seen|date))$")
_NOT_UNTIL = re.compile(r"(?:\bnot|nt|\bnever|\bonly)\b[^|]{0,40}\b(?:until|till?)(?: (?:on|the|about|last|this))*$")
_AFTER_ABOUT = re.compile(
    r"^(?:-? ?ish|or so|or thereabouts|or around then|give or take|(?:roughly|approximately)(?! [\d:])|"
    r"or near enough)\b"
)
_AFTER_UP_TO = re.compile(r"^(?:,? ?at (?:the )?latest|or (?:before|earlier)|or a bit before)\b")
_AFTER_FROM = re.compile(r"^(?:and (?:after|later|onwards|since)|onwards?|or (?:after|later)|at the earliest)\b")


@dataclass(frozen=True)
class Found:
    """A day, or less than one, and the characters of the text that name it.

    `day` has a date; `rough` a RoughDay, which holds its EDTF; `impossible` is in no calendar and `said` words it;
    `unsettled` may be more than one day. `by_weekday`: only a weekday was named.
    """

    start: int
    end: int
    kind: Literal["day", "rough", "impossible", "unsettled"]
    value: date | None = None
    said: str = ""
    by_weekday: bool = False


@dataclass(frozen=True)
class _Item:
    value: Value
    first: int
    end: int
    """The tokens from the first to before the end."""


def find_dates(text: str, today: date, told: Mapping[str, date] | None = None) -> list[Found]:
    """The days that the text names, in order, ranges as one; times of day and numbers of other things are none.

    `told` are days known of other events, by fact: "the day after" counts from them. Costs in proportion to the length.
    """
    line = line_of(text)
    now = Now(today, bool(_FORWARD.search(line.text)))
    items = _hedged(_ranges(_weekdays(_shifted(_scanned(line, now, told or {}), line), line), line, now), line, now)
    return [
        Found(
            line.tokens[item.first].start,
            line.tokens[item.end - 1].end,
            *_kind(item.value, today),
            said=item.value.said,
            by_weekday=item.value.kind == "weekday",
        )
        for item in items
    ]


def _kind(value: Value, today: date) -> tuple[Literal["day", "rough", "impossible", "unsettled"], date | None]:
    if value.kind in ("rough", "impossible"):
        return value.kind, value.when
    if value.when is None or abs(value.when.year - today.year) > _TOO_OLD:
        return "unsettled", None
    return "day", value.when


def _scanned(line: Line, now: Now, told: Mapping[str, date]) -> list[_Item]:
    items: list[_Item] = []
    ends = {place - 1: n for n, place in enumerate(line.places) if n}
    at = 0
    while at < len(line.tokens):
        place = line.places[at]
        found = None
        if _ANY.match(line.text, place):
            found = told_day(line.text, place, told) or next(_tried(_FORMS, line, place, now), None)
        if found is None and (
            at == 0 or (items and items[-1].value.kind == "weekday" and _near(items[-1].end, at, line))
        ):
            found = next(_tried(_BARE, line, place, now), None)
        if found is None:
            at += 1
            continue
        end = ends[found[1]]
        items.append(_Item(found[0], at, end))
        at = end
    return items


def _tried(forms: Iterable[Form], line: Line, place: int, now: Now) -> Iterator[tuple[Value, int]]:
    for pattern, reads in forms:
        if match := pattern.match(line.text, place):
            yield reads(match, now), match.end()


def _near(end: int, at: int, line: Line) -> bool:
    return at == end or (at == end + 1 and line.tokens[end].word in (",", "the"))


def _shifted(items: list[_Item], line: Line) -> list[_Item]:
    """ "Three days after Christmas Day": counted from the day that follows."""
    dates = [item for item in items if item.value.kind not in ("clock", "other")]
    clocks = [item for item in items if item.value.kind == "clock"]
    kept: list[_Item] = []
    for item in dates:
        match = _SHIFT.search(_before(item.first, line))
        if match and item.value.kind in ("day", "day_only") and item.value.when:
            sign = -1 if match["way"] in ("before", "prior to") else 1
            when = item.value.when + sign * length(int(match["n"] or 1), match["unit"])
            first = item.first - len(match.group().split())
            kept = [other for other in kept if other.end <= first]
            item = _Item(Value("day", when), first, item.end)
        kept.append(item)
    days = [item for item in kept if item.value.kind != "dotted"]
    # "18.05 yesterday" is a time, and "BM 2.1" a measure
    kept = days or [item for item in kept if _DATED.search(_before(item.first, line))]
    return sorted([*kept, *clocks], key=lambda item: item.first)


def _before(first: int, line: Line) -> str:
    return line.text[max(0, line.places[first] - 60) : max(0, line.places[first] - 1)]


def _gap(left: _Item, right: _Item, line: Line, clocks: frozenset[int]) -> str:
    words = (line.tokens[n].word for n in range(left.end, right.first) if n not in clocks)
    return _PARTS.sub("", " ".join(words)).replace("  ", " ").strip()


def _clocks(items: list[_Item]) -> tuple[list[_Item], frozenset[int]]:
    dates = [item for item in items if item.value.kind != "clock"]
    return dates, frozenset(n for item in items if item.value.kind == "clock" for n in range(item.first, item.end))


def _weekdays(items: list[_Item], line: Line) -> list[_Item]:
    """A weekday beside its date is one day with it, where they agree."""
    dates, clocks = _clocks(items)
    kept: list[_Item] = []
    for item in dates:
        last = kept[-1] if kept else None
        if last and item.first - last.end <= 12 and _BESIDE.match(_gap(last, item, line, clocks)):
            one, other = (last, item) if item.value.kind == "weekday" else (item, last)
            if other.value.kind == "weekday" and one.value.kind in ("day", "day_only") and one.value.when:
                agree = other.value.when is not None and other.value.when.weekday() == one.value.when.weekday()
                value = one.value if agree else Value("unsettled")
                kept[-1] = _Item(value, last.first, item.end)
                continue
        kept.append(item)
    return sorted([*kept, *(item for item in items if item.value.kind == "clock")], key=lambda item: item.first)


def _ranges(items: list[_Item], line: Line, now: Now) -> list[_Item]:
    dates, clocks = _clocks(items)
    kept: list[_Item] = []
    for item in dates:
        last = kept[-1] if kept else None
        match = _TO.match(_gap(last, item, line, clocks)) if last and item.first - last.end <= 12 else None
        if last and match and last.value.when and item.value.when:
            between = _BETWEEN.search(_before(last.first, line))
            if match["how"] != "and" or between:
                first = last.first - len(between.group().split()) if between else last.first
                kept[-1] = _Item(_range(last.value, item.value, now, match["how"] == "or"), first, item.end)
                continue
        kept.append(item)
    return kept


def _range(one: Value, other: Value, now: Now, either: bool) -> Value:
    first, last = one.when, other.when
    assert first is not None and last is not None  # asked before
    if other.kind == "weekday" and one.kind == "weekday":
        first = on_or_before(last, first.weekday())
    elif one.kind == "day_only" and not isinstance(last, RoughDay):
        same = [last.replace(day=first.day)] if first.day <= last.day else [first]
        first = same[0]
    elif one.in_year and earliest_day(first).year != earliest_day(last).year and (moved := one.in_year(last.year)):
        first = moved if earliest_day(moved) <= earliest_day(last) else one.in_year(last.year - 1) or first
    elif one.in_year and earliest_day(first) > latest_day(last):
        first = one.in_year(last.year - 1) or first
    if earliest_day(first) > latest_day(last):
        return span(last, first) if either else Value("unsettled")
    return span(first, last)


def _hedged(items: list[_Item], line: Line, now: Now) -> list[_Item]:
    kept: list[_Item] = []
    for n, item in enumerate(items):
        before = line.text[line.places[items[n - 1].end] if n else 0 : max(0, line.places[item.first] - 1)][-60:]
        after = line.text[line.places[item.end] : line.places[item.end] + 30]
        if item.value.when is None:
            kept.append(item)
            continue
        if _NOT.search(before) and not _NOT_UNTIL.search(before):
            continue
        kept.append(
            replace(item, value=_hedge(item.value, before, after, line.tokens[item.end - 1].word == "ago", now))
        )
    return kept


def _hedge(value: Value, before: str, after: str, ago: bool, now: Now) -> Value:
    when = value.when
    assert when is not None  # asked before
    day = timedelta(days=1)
    if (isinstance(when, RoughDay) and date.min in (earliest_day(when),)) or (
        isinstance(when, RoughDay) and when.latest == date.max
    ):
        return value
    if _NOT_UNTIL.search(before):
        return value
    if (week := _WEEK.search(before)) and not isinstance(when, RoughDay):
        ending = (week["short"] or week["long"] or "")[:1] in ("e", "t")
        of = week["of"] or week["long"] == "of"
        start = on_or_before(when, 0) if of else when - timedelta(days=6) if ending else when
        return span(start, start + timedelta(days=6))
    if _BEFORE_A_TIME.search(before):
        return Value("unsettled")  # "the week before half term"
    plain = _ABOUT.sub("", before).rstrip()
    if plain == before and _AFTER_ABOUT.match(after):
        return about(when)
    if match := _UP_TO.search(plain):
        exclusive = match["how"] in ("before", "prior to", "earlier than")
        return span(
            None, earliest_day(when) - day if exclusive else latest_day(when) if isinstance(when, RoughDay) else when
        )
    if _AFTER_UP_TO.match(after):
        return span(None, when)
    if match := _FROM.search(plain):
        exclusive = match["how"] in ("after", "later than", "beyond", "past", "following")
        return span(latest_day(when) + day if exclusive else when, None)
    if _AFTER_FROM.match(after):
        return span(when, None)
    if plain != before:
        return about(when)
    if ago and _OVER.search(before):
        return span(None, when)
    if ago and _UNDER.search(before):
        return span(when, now.today)
    return value
