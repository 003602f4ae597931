"""Remembering what follows from a condition's own facts: cases differ, what a rule tells apart seldom does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from bot.criteria.evaluate import compile_condition
from bot.criteria.explain import Grounds, Why, compile_grounds
from bot.criteria.facts import Facts
from bot.criteria.truth import Truth
from bot.guidance.expression import Expression, OlderThan, facts_of, leaves
from bot.guidance.model import Pack

T = TypeVar("T")

KEPT = 16_384
"""How much is remembered of one condition before it is all forgotten: several times what today's rules tell apart."""

PACKS = 64
"""More packs than a service holds at once; past it everything is worked out again."""

ANY_DAY = date.min
"""What is remembered does not look at the day."""


def once_a_pack(make: Callable[[Pack], T]) -> Callable[[Pack], T]:
    """`make`, called once for each pack.

    Packs are told apart by identity: hashing a whole pack would cost more than evaluating it. They are
    kept here beside what was made, so that no other pack can come to have the same identity.
    """
    kept: dict[int, tuple[Pack, T]] = {}

    def of(pack: Pack) -> T:
        if id(pack) not in kept:
            if len(kept) >= PACKS:
                kept.clear()
            kept[id(pack)] = (pack, make(pack))
        return kept[id(pack)][1]

    return of


class _Once(dict[Any, T]):
    """Keys to what `make` makes of them; made when first met."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: Any) -> T:
        if len(self) >= KEPT:
            self.clear()
        made = self[key] = self.make(key)
        return made


def remembered(condition: Expression, pack: Pack, told: Callable[[Grounds], T]) -> Callable[[Facts, date], T]:
    """A function of facts and today: what `told` makes of the condition's grounds.

    Facts that the condition cannot tell apart give the very same object, while it is remembered. A
    condition that looks at today's date is worked out each time.
    """
    why = compile_grounds(condition, pack.definitions)
    names = facts_of(condition, pack.definitions)
    if any(isinstance(leaf, OlderThan) for leaf in leaves(condition, pack.definitions)):
        return lambda facts, today: told(why(facts, today))
    if len(names) == 1:
        return _of_one_fact(names[0], why, told)
    parts = [(name, _alike(name, condition, pack)) for name in names]
    kept: dict[tuple[tuple[Truth, ...], ...], T] = {}

    def of(facts: Facts, today: date) -> T:
        key = tuple([alike[facts.get(name)] for name, alike in parts])
        try:
            return kept[key]
        except KeyError:
            if len(kept) >= KEPT:
                kept.clear()
            made = kept[key] = told(why(facts, today))
            return made

    return of


def _of_one_fact(name: str, why: Why, told: Callable[[Grounds], T]) -> Callable[[Facts, date], T]:
    by_value = _Once(lambda value: told(why({} if value is None else {name: value}, ANY_DAY)))
    return lambda facts, today: by_value[facts.get(name)]


def _alike(name: str, condition: Expression, pack: Pack) -> _Once[tuple[Truth, ...]]:
    """Each value of the fact to what the condition's tests of that fact make of it."""
    about = [leaf for leaf in dict.fromkeys(leaves(condition, pack.definitions)) if getattr(leaf, "fact", None) == name]
    tests = [compile_condition(leaf, {}) for leaf in about]
    return _Once(lambda value: tuple(test({} if value is None else {name: value}, ANY_DAY) for test in tests))
