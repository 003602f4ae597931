"""Whether a condition holds on the facts, in three-valued logic, compiled once for each pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from bot.criteria.facts import Facts
from bot.criteria.rough_day import latest_day
from bot.criteria.truth import FALSE, TRUE, UNKNOWN, Truth, negation
from bot.guidance.expression import All, Always, Any, Expression, Filled, Is, Not, OlderThan, Ref

Test = Callable[[Facts, date], Truth]
"""Facts and today's date to a truth value."""


def compile_condition(expression: Expression, definitions: Mapping[str, Expression]) -> Test:
    """A function that evaluates the expression; definitions are looked up now, not at each call."""
    match expression:
        case Always():
            return lambda facts, today: TRUE
        case Ref(name):
            return compile_condition(definitions[name], definitions)
        case Is(fact, values):
            return _is(fact, frozenset(values))
        case Filled(fact, filled):
            return _filled(fact, filled)
        case OlderThan(fact, months):
            return _older_than(fact, months)
        case Not(part):
            inner = compile_condition(part, definitions)
            return lambda facts, today: negation(inner(facts, today))
        case All(parts):
            return _least([compile_condition(part, definitions) for part in parts])
        case Any(parts):
            return _greatest([compile_condition(part, definitions) for part in parts])


def _is(fact: str, values: frozenset[str]) -> Test:
    def test(facts: Facts, today: date) -> Truth:
        value = facts.get(fact)
        if value is None:
            return UNKNOWN
        if isinstance(value, frozenset):
            return FALSE if value.isdisjoint(values) else TRUE
        return TRUE if value in values else FALSE

    return test


def _filled(fact: str, filled: bool) -> Test:
    def test(facts: Facts, today: date) -> Truth:
        value = facts.get(fact)
        if value is None:
            return UNKNOWN
        return TRUE if bool(value) is filled else FALSE

    return test


def _older_than(fact: str, months: int) -> Test:
    def test(facts: Facts, today: date) -> Truth:
        value = facts.get(fact)
        if not isinstance(value, date):
            return UNKNOWN
        return TRUE if latest_day(value) < _months_before(today, months) else FALSE

    return test


@lru_cache(maxsize=64)
def _months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or that month's last day if it is shorter."""
    return day - relativedelta(months=months)


def _least(tests: list[Test]) -> Test:
    def test(facts: Facts, today: date) -> Truth:
        least = TRUE
        for part in tests:
            value = part(facts, today)
            if value is FALSE:
                return FALSE
            if value < least:
                least = value
        return least

    return test


def _greatest(tests: list[Test]) -> Test:
    def test(facts: Facts, today: date) -> Truth:
        greatest = FALSE
        for part in tests:
            value = part(facts, today)
            if value is TRUE:
                return TRUE
            if value > greatest:
                greatest = value
        return greatest

    return test
