"""A deadline as the contract's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from bot.deadlines.deadline import Deadline
from bot.deadlines.near import State, how_near
from bot.guidance.model import Citation


class SkippedJson(TypedDict):
    """A bank holiday left out of the count."""

    date: str
    name: str


class CitationJson(TypedDict):
    """Where the deadline comes from; `to_be_checked`: shown as "check with your lead"."""

    source: str
    section: str
    to_be_checked: bool


class CountedJson(TypedDict):
    """What changes from day to day while day 0 is not known: ISO dates, and the count in words."""

    due: str | None
    state: State | None
    days_left: int | None
    how_near: str
    day_zero: str | None
    skipped: list[SkippedJson]
    if_first_day_counts: str | None
    estimate: bool


class DeadlineJson(CountedJson):
    """One entry of `cspr deadlines --json`; `due` null is as soon as possible.

    `state`, `days_left` (working days) and `how_near` (in words) are as of the day it is worked out on.
    """

    id: str
    clock: str
    who: str
    strength: str
    citation: CitationJson


def counted_json(deadline: Deadline) -> CountedJson:
    """When it is due, how near that is, and how it was counted."""
    return {
        "due": _iso(deadline.due),
        "state": deadline.near.state,
        "days_left": deadline.near.days_left,
        "how_near": how_near(deadline.near),
        "day_zero": _iso(deadline.day_zero),
        "skipped": [{"date": day.isoformat(), "name": name} for day, name in deadline.skipped],
        "if_first_day_counts": _iso(deadline.if_first_day_counts),
        "estimate": deadline.estimate,
    }


def as_json(deadline: Deadline, citations: Mapping[str, Citation]) -> DeadlineJson:
    """The deadline in the contract's shape, with its leading citation.

    Raises KeyError when `citations` lacks it, which a checked pack cannot do.
    """
    citation = citations[deadline.cite[0]]
    return {
        "id": deadline.id,
        **counted_json(deadline),
        "clock": deadline.clock,
        "who": deadline.who,
        "strength": deadline.strength,
        "citation": {
            "source": citation.source.short,
            "section": citation.section,
            "to_be_checked": citation.to_be_checked or citation.source.to_be_checked,
        },
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
