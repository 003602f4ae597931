"""Why a condition came out as it did: the facts it rests on, and those that would settle it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.criteria.evaluate import compile_condition
from bot.criteria.facts import Facts
from bot.criteria.truth import FALSE, TRUE, UNKNOWN, Truth, negation
from bot.guidance.expression import All, Always, Any, Expression, Filled, Is, Not, OlderThan, Ref
from bot.guidance.model import Pack


@dataclass(frozen=True, slots=True)
class Grounds:
    """A truth value with the known facts it rests on and, while unknown, the facts that would settle it."""

    truth: Truth
    because: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()


def grounds(expression: Expression, pack: Pack, facts: Facts, today: date) -> Grounds:
    """Evaluate the expression and say why.

    An unknown `all` rests on the parts that hold and waits for the unknown ones; answering every
    missing fact, in any way, settles it.
    """
    match expression:
        case Always():
            return Grounds(TRUE)
        case Ref(name):
            return grounds(pack.definitions[name], pack, facts, today)
        case Is(fact, _) | Filled(fact, _) | OlderThan(fact, _):
            truth = compile_condition(expression, pack.definitions)(facts, today)
            name = frozenset((fact,))
            return Grounds(truth, missing=name) if truth is UNKNOWN else Grounds(truth, because=name)
        case Not(part):
            inner = grounds(part, pack, facts, today)
            return Grounds(negation(inner.truth), inner.because, inner.missing)
        case All(parts):
            return _join([grounds(part, pack, facts, today) for part in parts], decisive=FALSE)
        case Any(parts):
            return _join([grounds(part, pack, facts, today) for part in parts], decisive=TRUE)


def _join(parts: list[Grounds], decisive: Truth) -> Grounds:
    """`decisive` settles the whole by itself: false for `all`, true for `any`."""
    deciding = [part for part in parts if part.truth is decisive]
    if deciding:
        return Grounds(decisive, frozenset().union(*(part.because for part in deciding)))
    because = frozenset().union(*(part.because for part in parts))
    missing = frozenset().union(*(part.missing for part in parts))
    return Grounds(UNKNOWN, because, missing) if missing else Grounds(negation(decisive), because)
