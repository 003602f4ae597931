"""All rules of a pack on a set of facts: which outcomes apply, which are possible, which notes are true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.criteria.evaluate import Test, compile_condition
from bot.criteria.explain import Grounds, grounds
from bot.criteria.facts import Facts
from bot.criteria.truth import FALSE, TRUE
from bot.guidance.model import Note, Pack, Rule

Status = Literal["applies", "possible"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome that is not ruled out. `grounds` is None when explanations were not asked for."""

    outcome: str
    status: Status
    rule: Rule
    grounds: Grounds | None


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pack's rules and notes made ready to evaluate."""

    rules: tuple[tuple[Rule, Test], ...]
    notes: tuple[tuple[Note, Test], ...]


_compiled: dict[int, tuple[Pack, Compiled]] = {}
"""By the pack's identity: hashing a whole pack would cost more than evaluating it."""


def compiled(pack: Pack) -> Compiled:
    """The pack's rules and notes, compiled at the first call."""
    kept = _compiled.get(id(pack))
    if kept is not None and kept[0] is pack:
        return kept[1]
    only = pack.evaluates
    rules = [rule for rule in pack.rules if only is None or rule.outcome in only]
    remarks = [note for note in pack.notes if only is None and (pack.area is None or not note.only_when_area_unknown)]
    made = Compiled(
        tuple((rule, compile_condition(rule.when, pack.definitions)) for rule in rules),
        tuple((note, compile_condition(note.when, pack.definitions)) for note in remarks),
    )
    _compiled[id(pack)] = (pack, made)
    return made


def outcomes(pack: Pack, facts: Facts, today: date, *, explain: bool = True) -> list[Outcome]:
    """Every outcome that applies or is possible, in the order of the pack's rules; absent ones cannot hold."""
    found = []
    for rule, test in compiled(pack).rules:
        truth = test(facts, today)
        if truth is not FALSE:
            why = grounds(rule.when, pack, facts, today) if explain else None
            found.append(Outcome(rule.outcome, "applies" if truth is TRUE else "possible", rule, why))
    return found


def notes(pack: Pack, facts: Facts, today: date) -> list[Note]:
    """The notes that are true. `area_unknown` and its like depend on the pack, not on the facts."""
    return [note for note, test in compiled(pack).notes if test(facts, today) is TRUE]


def headline(pack: Pack, found: list[Outcome]) -> Outcome | None:
    """The first of the pack's headline list that applies, else the first that is possible, else None."""
    by_name = {item.outcome: item for item in found}
    for status in ("applies", "possible"):
        for name in pack.headline:
            if name in by_name and by_name[name].status == status:
                return by_name[name]
    return None
