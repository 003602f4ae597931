"""What changes between two packs, counted over every set of known facts: outcomes, notes and the answer.

A case with facts not known changes if and only if one of its completions does (the rules are exact), so that the
sets of known facts settle it for all cases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from bot.criteria.every_case import Axis, Way, axes, how_many, one_way, sets_of_facts, table
from bot.criteria.simplify import simplify
from bot.guidance.expression import Always, Any, Expression, OlderThan, leaves
from bot.guidance.model import Fact, Pack

Answers = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change: in `count` sets of facts, such as `example`, `before` becomes `after`.

    Of an outcome or a note (`name`) these are "applies" and "absent"; of the answer, two answers.
    """

    of: Literal["answer", "outcome", "note"]
    name: str
    before: str
    after: str
    count: int
    example: Way


@dataclass(frozen=True, slots=True)
class Compared:
    """The changes, of so many sets of known facts (`total`) over `facts`: what any rule or note of either rests on."""

    changes: tuple[Change, ...]
    total: int
    facts: tuple[str, ...]


def compare(old: Pack, new: Pack) -> Compared:
    """Every kind of change from the old pack to the new one, with exact counts."""
    facts = _facts(old, new)
    sides = (_Side(old), _Side(new))
    conditions = [condition for side in sides for condition in (*side.outcomes.values(), *side.notes.values())]
    dates = [leaf for each in conditions for leaf in leaves(each, {}) if isinstance(leaf, OlderThan)]
    every = axes(facts, conditions)
    total = sets_of_facts(every)

    def changed() -> Iterator[Change]:
        yield from _answers(facts, sides, total)
        yield from _conditions("outcome", facts, sides[0].outcomes, sides[1].outcomes, dates, total)
        yield from _conditions("note", facts, sides[0].notes, sides[1].notes, dates, total)

    return Compared(tuple(changed()), total, tuple(dict.fromkeys(axis.fact for axis in every)))


class _Side:
    """A pack's conditions with definitions filled in: when each outcome applies, and each note is true."""

    def __init__(self, pack: Pack) -> None:
        self.lines = pack.answer
        only = pack.evaluates
        rules: dict[str, list[Expression]] = {}
        for rule in pack.rules:
            if only is None or rule.outcome in only:
                rules.setdefault(rule.outcome, []).append(rule.when)
        self.outcomes = {name: simplify(Any(tuple(some)), pack.definitions) for name, some in rules.items()}
        held = (note for note in pack.notes if only is None and not note.only_when_area_unknown)
        self.notes = {note.id: simplify(note.when, pack.definitions) for note in held}

    @property
    def answered_by(self) -> list[Expression]:
        """The conditions that the answer rests on."""
        names = {name for line in self.lines for name in (*line.applies, *line.unless)}
        return [condition for name, condition in self.outcomes.items() if name in names]

    def answers(self, of: Sequence[Axis], codes: Mapping[str, int]) -> Answers:
        """The code of the answer on every set of known facts: then nothing is possible that does not apply."""
        nowhere = np.zeros((1,) * len(of), dtype=np.bool_)
        tables = {name: table(condition, of) for name, condition in self.outcomes.items() if self._counts(name)}
        given: Answers = np.full((1,) * len(of), -1, dtype=np.int16)
        for line in self.lines:
            holds = nowhere
            for name in line.applies:
                holds = holds | tables.get(name, nowhere)
            for name in line.unless:
                holds = holds & ~tables.get(name, nowhere)
            given = np.where((given < 0) & holds, np.int16(codes[line.answer]), given)
        return given

    def _counts(self, name: str) -> bool:
        return any(name in (*line.applies, *line.unless) for line in self.lines)


def _facts(old: Pack, new: Pack) -> Mapping[str, Fact]:
    """Both packs' facts, each with the values that it has in either."""
    found = {**old.facts}
    for name, fact in new.facts.items():
        before = found.get(name, fact)
        found[name] = fact.model_copy(update={"values": tuple(dict.fromkeys((*before.values, *fact.values)))})
    return found


def _conditions(
    of: Literal["outcome", "note"],
    facts: Mapping[str, Fact],
    old: Mapping[str, Expression],
    new: Mapping[str, Expression],
    dates: Sequence[OlderThan],
    total: int,
) -> Iterator[Change]:
    never = Any(())
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name, never), new.get(name, never)
        if before == after:
            continue
        rests_on = {leaf.fact for part in (before, after) for leaf in leaves(part, {}) if not isinstance(leaf, Always)}
        # A date is told apart as finely as anywhere, so that counts are of the same sets of facts.
        own = axes(facts, [before, after, *(date for date in dates if date.fact in rests_on)])
        was, becomes = table(before, own), table(after, own)
        times = total // sets_of_facts(own)
        for gone, words in ((was & ~becomes, ("applies", "absent")), (becomes & ~was, ("absent", "applies"))):
            if gone.any():
                yield Change(of, name, *words, how_many(gone, own) * times, one_way(gone, own))


def _answers(facts: Mapping[str, Fact], sides: tuple[_Side, _Side], total: int) -> Iterator[Change]:
    old, new = sides
    same_lines = [(line.answer, line.applies, line.unless) for line in old.lines] == [
        (line.answer, line.applies, line.unless) for line in new.lines
    ]
    if same_lines and old.answered_by == new.answered_by:
        return
    own = axes(facts, [*old.answered_by, *new.answered_by])
    names = list(dict.fromkeys(line.answer for side in sides for line in side.lines))
    codes: dict[str, int] = {name: code for code, name in enumerate(names)}
    was, becomes = (side.answers(own, codes) for side in sides)
    pairs = np.unique((was.astype(np.int32) * len(names) + becomes)[was != becomes]) if (was != becomes).any() else ()
    times = total // sets_of_facts(own)
    for pair in map(int, pairs):
        before, after = divmod(pair, len(names))
        here = np.broadcast_to((was == before) & (becomes == after), np.broadcast_shapes(was.shape, becomes.shape))
        yield Change("answer", "answer", names[before], names[after], how_many(here, own) * times, one_way(here, own))
