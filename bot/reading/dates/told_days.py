"""Days told from another day that was told: "same day", "the day after it happened", "straight away"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.criteria.rough_day import RoughDay
from bot.reading.dates.relative_days import length
from bot.reading.dates.value import OTHER, UNSETTLED, WEEKDAY, Value, after, before, day, span, weekday_of

FACTS = (
    "incident_on",
    "practitioner_aware_on",
    "la_aware_on",
    "notified_on",
    "decided_on",
    "publish_on",
    "published_on",
)
"""In the order of events: a day is told from the latest of those before it."""

_CUES = {
    "practitioner_aware_on": r"(?:i|we) (?:heard|found|knew|was|were|became|learn\w*|saw|realised|got)|as (?:me|i|us)",
    "la_aware_on": (
        r"(?:council|la|authority|social|mash|edt|childrens services)|(?:told|rang|phoned|called|"
        r"referred) (?:them|it|to)"
    ),
    "notified_on": r"panel|notif\w+",
    "decided_on": r"decided|decision|agreed",
    "incident_on": (
        r"happen\w*|incident|die[ds]|dying|death|passed|injur\w+|hurt|harmed|attack\w*|overdose\w*|"
        r"collaps\w+|stabb\w+|accident|event|fell|hospital|found (?:him|her|them)"
    ),
}
_NAMED = {fact: re.compile(rf"\b(?:{words})\b") for fact, words in _CUES.items()}
_TAIL = 40  # characters in which the other event is named

_TIMES = r"(?:day|date|time|night|evening|morning|afternoon)"
_N = r"(?:(?P<n>\d{1,2}) )?(?P<unit>days?|weeks?|months?)"
_ENDS = r"(?! (?:school|work|lunch|tea|class|midnight|dinner))(?(the)|(?= [|,]|$))"
_Moves = Callable[[re.Match[str], date], Value]


def _at(days: int) -> _Moves:
    return lambda _match, anchor: day(anchor + timedelta(days=days))


def _later(match: re.Match[str], anchor: date) -> Value:
    by = length(int(match["n"] or 1), match["unit"])
    return day(anchor - by if "before" in match.group() or "earlier" in match.group() else anchor + by)


def _within(match: re.Match[str], anchor: date) -> Value:
    return span(anchor, anchor + length(int(match["n"]), match["unit"]))


def _working(match: re.Match[str], anchor: date) -> Value:
    return day(anchor + timedelta(days={4: 3, 5: 2}.get(anchor.weekday(), 1)))


FORMS: tuple[tuple[re.Pattern[str], _Moves], ...] = tuple(
    (re.compile(rf"(?:{pattern})(?!\S)"), moves)
    for pattern, moves in (
        (r"(?:the )?next working day", _working),
        (rf"(?:on )?(?:the )?(?:very )?same {_TIMES}(?! (?:as today|last))|same as above|as above|ditto", _at(0)),
        (rf"(?:on )?that (?:very |same )?{_TIMES}|there and then|then and there|as soon as", _at(0)),
        (
            r"straight ?(?:away|off)|straightaway|right away|immediately|instantly|at once|within (?:the|1) hours?",
            _at(0),
        ),
        (rf"(?:on )?the (?:actual )?{_TIMES} (?:of|it|that|he|she|they)", _at(0)),
        (rf"(?:the )?(?:next|following) {_TIMES}|(?:the )?(?:day|morning) after(?! tomorrow)", _at(1)),
        (r"(?:the )?(?:day|night|evening) (?:before|earlier)(?! (?:yesterday|last))", _at(-1)),
        (rf"{_N} (?:later|after that|afterwards|after|before that|before|earlier)", _later),
        (rf"(?:the )?following {WEEKDAY}", lambda match, anchor: day(after(anchor, weekday_of(match)))),
        (
            rf"(?P<the>the )?{WEEKDAY} (?:after|following){_ENDS}",
            lambda match, anchor: day(after(anchor, weekday_of(match))),
        ),
        (
            rf"(?P<the>the )?{WEEKDAY} before(?! last){_ENDS}",
            lambda match, anchor: day(before(anchor, weekday_of(match))),
        ),
        (
            r"within 1 day or 2|1 day or 2 (?:later|after)",
            lambda _match, anchor: span(anchor, anchor + timedelta(days=2)),
        ),
        (r"within (?P<n>\d{1,2}) (?P<unit>days?|weeks?)", _within),
    )
)


def told_day(line: str, place: int, told: Mapping[str, date]) -> tuple[Value, int] | None:
    """The day that the words at that place tell from another, and where they end in the line; None for other words.

    `told` are the days known of other events. Where the words name the event it counts from that one, else from the
    latest in the order of events. What is known only roughly settles no day.
    """
    for pattern, moves in FORMS:
        match = pattern.match(line, place)
        if match is None:
            continue
        anchor = _anchor(line[match.end() - 3 : match.end() + _TAIL], told)
        if anchor is None or isinstance(anchor, RoughDay):
            return UNSETTLED if "weekday" in match.groupdict() else OTHER, match.end()
        return moves(match, anchor), match.end()
    return None


def _anchor(tail: str, told: Mapping[str, date]) -> date | None:
    named = next((fact for fact, cue in _NAMED.items() if cue.search(tail)), None)
    if named is not None:
        return told.get(named)
    return next((told[fact] for fact in reversed(FACTS) if fact in told), None)


def before_it(fact: str, told: Mapping[str, date]) -> dict[str, date]:
    """Of the days that were told, those of events that come before this one."""
    earlier = FACTS[: FACTS.index(fact)] if fact in FACTS else FACTS
    return {name: when for name, when in told.items() if name in earlier}
