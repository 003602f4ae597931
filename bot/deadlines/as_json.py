"""A deadline as the contract's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from bot.deadlines.deadline import Deadline
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


class DeadlineJson(TypedDict):
    """One entry of `cspr deadlines --json`; days are ISO dates, `due` null is as soon as possible."""

    id: str
    due: str | None
    day_zero: str | None
    clock: str
    who: str
    strength: str
    skipped: list[SkippedJson]
    if_first_day_counts: str | None
    estimate: bool
    citation: CitationJson


def as_json(deadline: Deadline, citations: Mapping[str, Citation]) -> DeadlineJson:
    """The deadline in the contract's shape, with its leading citation.

    Raises KeyError when `citations` lacks it, which a checked pack cannot do.
    """
    citation = citations[deadline.cite[0]]
    return {
        "id": deadline.id,
        "due": _iso(deadline.due),
        "day_zero": _iso(deadline.day_zero),
        "clock": deadline.clock,
        "who": deadline.who,
        "strength": deadline.strength,
        "skipped": [{"date": day.isoformat(), "name": name} for day, name in deadline.skipped],
        "if_first_day_counts": _iso(deadline.if_first_day_counts),
        "estimate": deadline.estimate,
        "citation": {
            "source": citation.source.short,
            "section": citation.section,
            "to_be_checked": citation.to_be_checked or citation.source.to_be_checked,
        },
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
