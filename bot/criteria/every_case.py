"""Every set of facts at once: a condition as the table of its truth over all that its facts can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from bot.guidance.expression import All, Always, Any, Expression, Filled, Is, Not, OlderThan, Ref, leaves
from bot.guidance.model import Fact

Table = NDArray[np.bool_]
"""True where the condition holds: one dimension for each axis, of length 1 where it makes no difference."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Values that no condition tells apart. `count`: in how many ways the axis can be so.

    A choice: one of `values`. A set: at least one of `values` is ticked, or (not `ticked`) none of them.
    A date: more than `months` before today (None: in none of the kinds before it).
    """

    values: tuple[str, ...] = ()
    ticked: bool = True
    months: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Axis:
    """One thing that can be told apart of a fact, and the kinds it comes in; a set has several, each by itself."""

    fact: str
    kinds: tuple[Kind, ...]

    @property
    def count(self) -> int:
        """In how many ways it can be at all."""
        return sum(kind.count for kind in self.kinds)


Way = Mapping[Axis, tuple[Kind, ...]]
"""Some facts, each with the kinds that it may be of; what is not named may be anything."""


_Cube = tuple[tuple[int, ...], ...]
"""A way by number: for each axis the kinds allowed."""


def axes(facts: Mapping[str, Fact], about: Sequence[Expression]) -> tuple[Axis, ...]:
    """All that these conditions (without references) can tell apart, in the order of the facts."""
    found = list(dict.fromkeys(leaf for each in about for leaf in leaves(each, {}) if not isinstance(leaf, Always)))
    tests = {name: [leaf for leaf in found if leaf.fact == name] for name in facts}
    return tuple(axis for name, some in tests.items() if some for axis in _of_fact(facts[name], some))


def _of_fact(fact: Fact, tests: Sequence[Is | Filled | OlderThan]) -> Iterator[Axis]:
    if fact.kind == "date":
        months = sorted({test.months for test in tests if isinstance(test, OlderThan)}, reverse=True)
        yield Axis(fact.name, (Kind(), *(Kind(months=number) for number in reversed(months))))
        return
    alike: dict[tuple[bool, ...], list[str]] = {}
    for value in fact.values:
        alike.setdefault(tuple(value in test.values for test in tests if isinstance(test, Is)), []).append(value)
    if fact.kind == "choice":
        yield Axis(fact.name, tuple(Kind(tuple(some), count=len(some)) for some in alike.values()))
        return
    filled = any(isinstance(test, Filled) for test in tests)
    for signature, some in alike.items():
        ticked = 2 ** len(some) - 1
        if any(signature) or filled:
            yield Axis(fact.name, (Kind(tuple(some), ticked=False), Kind(tuple(some), count=ticked)))
        else:
            yield Axis(fact.name, (Kind(tuple(some), count=ticked + 1),))


def table(condition: Expression, of: Sequence[Axis]) -> Table:
    """Where a condition (without references) holds on these axes, which tell apart at least what it does."""
    match condition:
        case Always():
            return np.ones((1,) * len(of), dtype=np.bool_)
        case Not(part):
            return ~table(part, of)
        case All(parts):
            return _joined((table(part, of) for part in parts), every=True, axes_=len(of))
        case Any(parts):
            return _joined((table(part, of) for part in parts), every=False, axes_=len(of))
        case Ref(name):
            raise LookupError(f"the definition {name} has not been filled in")
        case leaf:
            places = [place for place, axis in enumerate(of) if axis.fact == leaf.fact]
            own = (_along(place, [_meets(kind, leaf) for kind in of[place].kinds], len(of)) for place in places)
            found = _joined(own, every=False, axes_=len(of))
            return ~found if isinstance(leaf, Filled) and not leaf.filled else found


def _meets(kind: Kind, leaf: Is | Filled | OlderThan) -> bool:
    match leaf:
        case Is(_, values):
            return kind.ticked and bool(kind.values) and set(kind.values) <= set(values)
        case Filled():
            return kind.ticked
        case OlderThan(_, months):
            return kind.months is not None and kind.months >= months


def _along(place: int, truths: list[bool], of: int) -> Table:
    shape = [1] * of
    shape[place] = len(truths)
    return np.array(truths, dtype=np.bool_).reshape(shape)


def _joined(parts: Iterable[Table], *, every: bool, axes_: int) -> Table:
    found = np.full((1,) * axes_, every)
    for part in parts:
        found = found & part if every else found | part
    return found


def sets_of_facts(of: Iterable[Axis]) -> int:
    """How many sets of known facts there are."""
    return prod(axis.count for axis in of)


def how_many(where: Table, of: Sequence[Axis]) -> int:
    """In how many sets of known facts it is true."""
    times, left = 1, where
    for place in reversed(range(len(of))):
        if where.shape[place] == 1:
            times *= of[place].count
            left = left[..., 0]
        else:
            left = left @ np.array([kind.count for kind in of[place].kinds], dtype=np.int64)
    return int(left) * times


def ways(where: Table, of: Sequence[Axis]) -> list[Way]:
    """The fewest facts that make it true, in as few ways as are found, none of which another makes needless."""
    found: list[_Cube] = []
    left = where.copy()
    while left.any():
        cell = np.unravel_index(int(left.argmax()), left.shape)
        orders = (tuple(range(left.ndim)), tuple(reversed(range(left.ndim))))
        tried = [_widened(tuple((int(at),) for at in cell), where, order) for order in orders]
        best = max(
            tried, key=lambda way: (sum(len(s) == n for s, n in zip(way, where.shape, strict=True)), _new(way, left))
        )
        left[np.ix_(*best)] = False
        found.append(best)
    return [_named(way, of) for way in _needed(found, where)]


def one_way(where: Table, of: Sequence[Axis]) -> Way:
    """As the first of `ways`, with one kind of each fact that matters. There must be one."""
    cell = np.unravel_index(int(where.argmax()), where.shape)
    way: list[tuple[int, ...]] = [(int(at),) for at in cell]
    for place, length in enumerate(where.shape):
        wider = [*way[:place], tuple(range(length)), *way[place + 1 :]]
        if where[np.ix_(*wider)].all():
            way = wider
    return _named(tuple(way), of)


def _new(way: _Cube, left: Table) -> int:
    return int(left[np.ix_(*way)].sum())


def _widened(way: _Cube, where: Table, order: tuple[int, ...]) -> _Cube:
    """The same way with every fact left open that can be, and then every further kind allowed that can be."""
    for place in order:
        wider = (*way[:place], tuple(range(where.shape[place])), *way[place + 1 :])
        way = wider if where[np.ix_(*wider)].all() else way
    for place in order:
        for kind in range(where.shape[place]):
            wider = (*way[:place], tuple(sorted({*way[place], kind})), *way[place + 1 :])
            way = wider if where[np.ix_(*wider)].all() else way
    return way


def _needed(found: list[_Cube], where: Table) -> list[_Cube]:
    """Without what the others cover: whole ways, and kinds that a way need not allow."""
    kept = list(found)
    for way in found:
        others = np.zeros_like(where)
        for other in kept:
            if other != way:
                others[np.ix_(*other)] = True
        at = kept.index(way)
        if others[np.ix_(*way)].all():
            del kept[at]
            continue
        for place, kinds in enumerate(way):
            for kind in kinds if len(kinds) < where.shape[place] else ():
                if others[np.ix_(*way[:place], (kind,), *way[place + 1 :])].all():
                    way = (*way[:place], tuple(each for each in way[place] if each != kind), *way[place + 1 :])
        kept[at] = way
    return kept


def _named(way: Sequence[tuple[int, ...]], of: Sequence[Axis]) -> Way:
    pairs = zip(way, of, strict=True)
    return {
        axis: tuple(axis.kinds[kind] for kind in kinds) for kinds, axis in pairs if 1 < len(axis.kinds) != len(kinds)
    }
