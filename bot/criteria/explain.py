"""Why a condition came out as it did: the facts it rests on, and those that would settle it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from bot.criteria.evaluate import compile_condition
from bot.criteria.facts import Facts
from bot.criteria.truth import FALSE, TRUE, UNKNOWN, Truth, negation
from bot.guidance.expression import All, Always, Any, Expression, Filled, Is, Not, OlderThan, Ref
from bot.guidance.model import Pack

NONE: frozenset[str] = frozenset()


class Grounds(NamedTuple):
    """A truth value with the known facts it rests on and, while unknown, the facts that would settle it."""

    truth: Truth
    because: frozenset[str] = NONE
    missing: frozenset[str] = NONE


Why = Callable[[Facts, date], Grounds]
"""Facts and today's date to a truth value and its grounds."""


def grounds(expression: Expression, pack: Pack, facts: Facts, today: date) -> Grounds:
    """Evaluate the expression and say why. For a condition met again and again: bot/criteria/remember.py."""
    return compile_grounds(expression, pack.definitions)(facts, today)


def compile_grounds(expression: Expression, definitions: Mapping[str, Expression]) -> Why:
    """A function that evaluates the expression and says why.

    An unknown `all` rests on the parts that hold and waits for the unknown ones; answering every
    missing fact, in any way, settles it.
    """
    match expression:
        case Always():
            return lambda facts, today: Grounds(TRUE)
        case Ref(name):
            return compile_grounds(definitions[name], definitions)
        case Is(fact, _) | Filled(fact, _) | OlderThan(fact, _):
            return _of_fact(expression, frozenset((fact,)))
        case Not(part):
            return _mirrored(compile_grounds(part, definitions))
        case All(parts):
            return _joined([compile_grounds(part, definitions) for part in parts], decisive=FALSE)
        case Any(parts):
            return _joined([compile_grounds(part, definitions) for part in parts], decisive=TRUE)


def _of_fact(leaf: Is | Filled | OlderThan, fact: frozenset[str]) -> Why:
    test = compile_condition(leaf, {})
    told = {TRUE: Grounds(TRUE, fact), FALSE: Grounds(FALSE, fact), UNKNOWN: Grounds(UNKNOWN, missing=fact)}
    return lambda facts, today: told[test(facts, today)]


def _mirrored(part: Why) -> Why:
    def why(facts: Facts, today: date) -> Grounds:
        truth, because, missing = part(facts, today)
        return Grounds(negation(truth), because, missing)

    return why


def _joined(parts: list[Why], decisive: Truth) -> Why:
    """`decisive` (false for `all`, true for `any`) settles the whole, and then only such parts count."""

    def why(facts: Facts, today: date) -> Grounds:
        settled = False
        because = missing = NONE
        for part in parts:
            truth, rests_on, waits_for = part(facts, today)
            if truth is decisive:
                because = because | rests_on if settled else rests_on
                settled = True
            elif not settled:
                because |= rests_on
                missing |= waits_for
        if settled:
            return Grounds(decisive, because)
        return Grounds(UNKNOWN if missing else negation(decisive), because, missing)

    return why
