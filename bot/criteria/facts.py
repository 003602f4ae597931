"""Facts as they come in: checked against the pack, or refused with a sentence that names the mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.criteria.rough_day import earliest_day, rough_day
from bot.guidance.model import Fact, Pack

Value = str | frozenset[str] | date
Facts = Mapping[str, Value]
"""Known facts only: a fact that is missing here is unknown."""

UNKNOWN_VALUE = "unknown"

NOT_YET = "not_yet"
MAY_BE_TO_COME = frozenset({"notified_on"})
"""Dates of which "not yet" is an answer."""

YEARS = range(1900, 2200)
"""Years that a date may have: counting months from any of them stays within what a date can be."""

_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadFact(ValueError):
    """A fact that the pack does not know, or a value it cannot have. `key` names the fact."""

    def __init__(self, key: str, found: object, expected: str) -> None:
        super().__init__(f"{key}: found {found!r}, expected {expected}")
        self.key = key


def read_facts(raw: Mapping[str, Any], pack: Pack) -> tuple[dict[str, Value], frozenset[str]]:
    """Known facts, and the names of those answered "unknown", from plain JSON values.

    Sets are lists of values, dates ISO strings, or EDTF where less than the day is known. `today` is not a fact.
    Raises BadFact.
    """
    known: dict[str, Value] = {}
    asked: set[str] = set()
    facts = pack.facts
    for name, value in raw.items():
        fact = facts.get(name)
        if fact is None:
            raise BadFact(name, value, "a fact of the decision table: " + ", ".join(facts))
        if value is None or value == UNKNOWN_VALUE:
            asked.add(name)
        elif fact.kind == "choice" and value in fact.values:  # as read_value would find; most facts are such
            known[name] = value
        else:
            known[name] = read_value(fact, value)
    return known, frozenset(asked)


def read_value(fact: Fact, value: Any) -> Value:
    """One value of one fact from JSON. Raises BadFact."""
    match fact.kind:
        case "date":
            if value == NOT_YET and fact.name in MAY_BE_TO_COME:
                return NOT_YET
            return read_when(fact.name, value, "a date written like 2026-11-20, or unknown")
        case "set":
            if isinstance(value, (list, tuple, frozenset, set)) and all(item in fact.values for item in value):
                return frozenset(value)
            raise BadFact(fact.name, value, f"a list (it may be empty) of {', '.join(fact.values)}")
        case "choice":
            if isinstance(value, str) and value in fact.values:
                return value
            raise BadFact(fact.name, value, f"one of {', '.join(fact.values)}, or unknown")


def read_when(name: str, value: Any, expected: str = "a date written like 2026-11-20") -> date:
    """As `read_day`, or a RoughDay where the text says less than a day, in EDTF. Raises BadFact."""
    rough = rough_day(value) if isinstance(value, str) else None
    if rough is None:
        return read_day(name, value, expected)
    ends = [day.year for day in (earliest_day(rough), rough.latest) if day not in (date.min, date.max)]
    if any(year not in YEARS for year in ends):
        raise BadFact(name, value, f"a date from {YEARS[0]} to {YEARS[-1]}")
    return rough


def read_day(name: str, value: Any, expected: str = "a date written like 2026-11-20") -> date:
    """The day that the text stands for. Raises BadFact, also outside the years in which dates can be reckoned with."""
    try:
        if isinstance(value, str) and _ISO.fullmatch(value):
            value = date.fromisoformat(value)
    except ValueError:
        raise BadFact(name, value, expected) from None  # the 30th of February
    if type(value) is not date:
        raise BadFact(name, value, expected)
    if value.year not in YEARS:
        raise BadFact(name, value.isoformat(), f"a date from {YEARS[0]} to {YEARS[-1]}")
    return value


def plain(value: Value) -> str | list[str]:
    """The value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
