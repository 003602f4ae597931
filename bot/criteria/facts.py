"""Facts as they come in: checked against the pack, or refused with a sentence that names the mistake."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.guidance.model import Fact, Pack

Value = str | frozenset[str] | date
Facts = Mapping[str, Value]
"""Known facts only: a fact that is missing here is unknown."""

UNKNOWN_VALUE = "unknown"


class BadFact(ValueError):
    """A fact that the pack does not know, or a value it cannot have. `key` names the fact."""

    def __init__(self, key: str, found: object, expected: str) -> None:
        super().__init__(f"{key}: found {found!r}, expected {expected}")
        self.key = key


def read_facts(raw: Mapping[str, Any], pack: Pack) -> tuple[dict[str, Value], frozenset[str]]:
    """Known facts, and the names of those answered "unknown", from plain JSON values.

    Sets are lists of values, dates ISO strings. `today` is not a fact. Raises BadFact.
    """
    known: dict[str, Value] = {}
    asked: set[str] = set()
    for name, value in raw.items():
        fact = pack.facts.get(name)
        if fact is None:
            raise BadFact(name, value, "a fact of the decision table: " + ", ".join(pack.facts))
        if value is None or value == UNKNOWN_VALUE:
            asked.add(name)
        else:
            known[name] = read_value(fact, value)
    return known, frozenset(asked)


def read_value(fact: Fact, value: Any) -> Value:
    """One value of one fact from JSON. Raises BadFact."""
    if fact.kind == "date":
        return _read_date(fact, value)
    choices = ", ".join(fact.values)
    if fact.kind == "set":
        if not isinstance(value, (list, tuple, frozenset, set)) or not all(item in fact.values for item in value):
            raise BadFact(fact.name, value, f"a list (it may be empty) of {choices}")
        return frozenset(value)
    if not isinstance(value, str) or value not in fact.values:
        raise BadFact(fact.name, value, f"one of {choices}, or unknown")
    return value


def _read_date(fact: Fact, value: Any) -> date:
    try:
        if isinstance(value, str) and len(value) == 10:
            return date.fromisoformat(value)
        if type(value) is date:
            return value
    except ValueError:
        pass
    raise BadFact(fact.name, value, "a date written like 2026-11-20, or unknown")


def plain(value: Value) -> str | list[str]:
    """The value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
