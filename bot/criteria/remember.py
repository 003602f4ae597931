"""Remembering what follows from a condition's own facts: cases differ, the few facts of one rule seldom do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from bot.criteria.explain import Grounds, compile_grounds
from bot.criteria.facts import Facts, Value
from bot.guidance.expression import Expression, facts_of
from bot.guidance.model import Pack

T = TypeVar("T")

COMBINATIONS = 2048
"""For each condition of a pack, the latest so many combinations of its facts are remembered."""

PACKS = 64
"""More packs than a service holds at once; past it everything is worked out again."""


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


def remembered(condition: Expression, pack: Pack, told: Callable[[Grounds, Facts], T]) -> Callable[[Facts, date], T]:
    """A function of facts and today: what `told` makes of the condition's grounds and of the known ones of its own facts.

    While it is remembered, it is the very same object.
    """
    names = facts_of(condition, pack.definitions)
    why = compile_grounds(condition, pack.definitions)

    @lru_cache(maxsize=COMBINATIONS)
    def answer(values: tuple[Value | None, ...], today: date) -> T:
        known = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        return told(why(known, today), known)

    return lambda facts, today: answer(tuple([facts.get(name) for name in names]), today)
