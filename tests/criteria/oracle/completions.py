"""Consequence 7 by brute force: what a line of the table says on every completion of the unknown facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.criteria.oracle.table import Line

Truths = NDArray[np.bool_]


class Lattice(NamedTuple):
    """Whether a line holds in all completions, and in any, of each set of known facts.

    One axis a fact: its values in order, and last "unknown", which is worked out by going through the values.
    `complete` has the real values alone.
    """

    line: Line
    complete: Truths
    in_all: Truths
    in_any: Truths

    def where(self, facts: Mapping[str, Any]) -> tuple[int, ...]:
        """The place of the known facts; facts that the line does not mention do not matter."""
        return tuple(_place(self.line, fact, facts.get(fact)) for fact in self.line.facts)

    def status(self, facts: Mapping[str, Any]) -> str | None:
        """True in every completion: applies. False in every one: None, absent. Both ways: possible."""
        where = self.where(facts)
        if self.in_all[where]:
            return "applies"
        return "possible" if self.in_any[where] else None

    def can_change(self, facts: Mapping[str, Any], fact: str) -> bool:
        """Whether the fact, now unknown, makes the difference in some completion of the others."""
        if fact not in self.line.facts:
            return False
        where = tuple(slice(None) if at == UNKNOWN else at for at in self.where(facts))
        axis = [name for name in self.line.facts if name not in facts].index(fact)
        left = self.complete[where]
        return bool((left.all(axis) != left.any(axis)).any())

    def settled_by(self, facts: Mapping[str, Any], missing: set[str]) -> bool:
        """Whether any values of the missing facts settle the line, all else staying unknown."""
        names = zip(self.line.facts, self.where(facts), strict=True)
        where = tuple(slice(0, UNKNOWN) if name in missing else at for name, at in names)
        return bool((self.in_all[where] == self.in_any[where]).all())


UNKNOWN = -1


@cache
def _places(values: tuple[Any, ...]) -> Mapping[Any, int]:
    return {value: place for place, value in enumerate(values)}


def _place(line: Line, fact: str, value: Any) -> int:
    """The value's place on the fact's axis."""
    return UNKNOWN if value is None else _places(line.values(fact))[line.alike(fact, value)]


@cache
def lattice(line: Line) -> Lattice:
    """Evaluate the line on every complete set of its facts, then go through the values of each unknown one."""
    values = [line.values(fact) for fact in line.facts]
    flat = (line.holds(dict(zip(line.facts, combination, strict=True))) for combination in product(*values))
    complete = np.fromiter(flat, dtype=bool).reshape([len(some) for some in values])
    in_all = in_any = complete
    for axis in range(complete.ndim):
        in_all = np.concatenate([in_all, in_all.all(axis, keepdims=True)], axis)
        in_any = np.concatenate([in_any, in_any.any(axis, keepdims=True)], axis)
    return Lattice(line, complete, in_all, in_any)
