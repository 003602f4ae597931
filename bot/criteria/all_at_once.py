"""All conditions of a pack on a set of facts at once, each remembering what it has made of such facts before.

Cases differ, but what a condition can tell apart of them seldom does: whether any kind of harm is named matters
to it, not which. So each condition numbers the kinds of value it can tell apart for each of its facts; the numbers
of one case make up its place among all that the condition can meet, and what was worked out there once is kept.
The places of all conditions are added up in one whole number, 64 binary digits for each.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Generic, TypeVar

from bot.criteria.evaluate import compile_condition
from bot.criteria.explain import Grounds, compile_grounds
from bot.criteria.facts import Facts, Value
from bot.criteria.simplify import simplify
from bot.criteria.truth import Truth
from bot.guidance.expression import Expression, OlderThan, facts_of, leaves
from bot.guidance.model import Pack

T = TypeVar("T")

DIGITS = 64
KEPT = 16_384
"""How much is remembered of a condition, or of a fact, before it is forgotten: more than today's rules tell apart."""

Told = Callable[[Grounds], T]
_Key = Value | tuple[Value | None, date] | None


class TooMuchToTellApart(ValueError):
    """A condition with so many tests that its places would run into those of the next one."""


class AllAtOnce(Generic[T]):
    """Conditions made ready; `told` makes of each one's grounds what is wanted. Raises TooMuchToTellApart."""

    def __init__(self, pack: Pack, conditions: Sequence[tuple[Expression, Told[T]]]) -> None:
        plain = [(simplify(condition, pack.definitions), cache(told)) for condition, told in conditions]
        self._ready = [(compile_grounds(condition, {}), told) for condition, told in plain]
        self._kept: list[dict[int, T]] = [{} for _ in plain]
        self._unpack = struct.Struct(f"<{len(plain)}Q").unpack
        self._bytes = len(plain) * DIGITS // 8
        kinds: dict[str, list[_Kinds]] = {}
        for number, (condition, _) in enumerate(plain):
            unit = 1 << (number * DIGITS)
            for name in facts_of(condition, {}):
                of_fact = _Kinds(name, condition, unit)
                kinds.setdefault(name, []).append(of_fact)
                unit *= of_fact.at_most
            if unit > 1 << ((number + 1) * DIGITS):
                raise TooMuchToTellApart(f"a condition on {', '.join(facts_of(condition, {}))}: write it as two rules")
        self._shares = [(name, _Shares(name, some)) for name, some in kinds.items()]

    def of(self, facts: Facts, today: date) -> list[T]:
        """What is told of each condition, in order: on the same grounds, the very same object."""
        total = 0
        for name, shares in self._shares:
            total += shares[facts.get(name), today] if shares.dated else shares[facts.get(name)]
        places = self._unpack(total.to_bytes(self._bytes, "little"))
        try:
            return [kept[place] for kept, place in zip(self._kept, places, strict=True)]
        except KeyError:
            return self._first_met(places, facts, today)

    def _first_met(self, places: tuple[int, ...], facts: Facts, today: date) -> list[T]:
        for (why, told), kept, place in zip(self._ready, self._kept, places, strict=True):
            if place not in kept:
                if len(kept) >= KEPT:
                    kept.clear()
                kept[place] = told(why(facts, today))
        return [kept[place] for kept, place in zip(self._kept, places, strict=True)]


class _Kinds:
    """The kinds of value of one fact that one condition can tell apart, numbered as they are met, in its units."""

    def __init__(self, name: str, condition: Expression, unit: int) -> None:
        about = dict.fromkeys(leaf for leaf in leaves(condition, {}) if getattr(leaf, "fact", None) == name)
        self.tests = [compile_condition(leaf, {}) for leaf in about]
        self.dated = any(isinstance(leaf, OlderThan) for leaf in about)
        self.unit = unit
        self.numbers: dict[tuple[Truth, ...], int] = {}
        self.at_most = 1 + 2 ** len(about)  # unknown, and each test passed or failed

    def share(self, facts: Facts, today: date) -> int:
        """What the fact adds to the condition's place."""
        kind = tuple(test(facts, today) for test in self.tests)
        return self.unit * self.numbers.setdefault(kind, len(self.numbers))


class _Shares(dict[_Key, int]):
    """Each value of a fact to what it adds to the places of all conditions; with the day, where one looks at it."""

    def __init__(self, name: str, kinds: list[_Kinds]) -> None:
        super().__init__()
        self.name, self.kinds = name, kinds
        self.dated = any(kind.dated for kind in kinds)

    def __missing__(self, key: _Key) -> int:
        value, today = key if isinstance(key, tuple) else (key, date.min)
        if len(self) >= KEPT:
            self.clear()
        facts: Facts = {} if value is None else {self.name: value}
        self[key] = sum(kind.share(facts, today) for kind in self.kinds)
        return self[key]
