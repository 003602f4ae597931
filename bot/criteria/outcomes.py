"""All rules of a pack on a set of facts: which outcomes apply, which are possible, which notes are true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.criteria.explain import Grounds, Why
from bot.criteria.facts import Facts
from bot.criteria.remember import once_a_pack, remembered
from bot.criteria.truth import FALSE, TRUE
from bot.guidance.model import Note, Pack, Rule

Status = Literal["applies", "possible"]


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """An outcome that is not ruled out, and why. Known by identity: what is told of it can be remembered with it."""

    outcome: str
    status: Status
    rule: Rule
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pack's rules and notes made ready to evaluate."""

    rules: tuple[Callable[[Facts, date], Outcome | None], ...]
    notes: tuple[tuple[Note, Why], ...]


@once_a_pack
def compiled(pack: Pack) -> Compiled:
    """The pack's rules and notes, compiled at the first call."""
    only = pack.evaluates
    rules = [rule for rule in pack.rules if only is None or rule.outcome in only]
    remarks = [note for note in pack.notes if only is None and (pack.area is None or not note.only_when_area_unknown)]
    return Compiled(
        tuple(remembered(rule.when, pack, _outcome_of(rule)) for rule in rules),
        tuple((note, remembered(note.when, pack, lambda why: why)) for note in remarks),
    )


def _outcome_of(rule: Rule) -> Callable[[Grounds], Outcome | None]:
    def outcome(why: Grounds) -> Outcome | None:
        if why.truth is FALSE:
            return None
        return Outcome(rule.outcome, "applies" if why.truth is TRUE else "possible", rule, why)

    return outcome


def outcomes(pack: Pack, facts: Facts, today: date) -> list[Outcome]:
    """Every outcome that applies or is possible, in the order of the pack's rules; absent ones cannot hold."""
    found = (rule(facts, today) for rule in compiled(pack).rules)
    return [outcome for outcome in found if outcome is not None]


def notes(pack: Pack, facts: Facts, today: date) -> list[Note]:
    """The notes that are true. `area_unknown` and its like depend on the pack, not on the facts."""
    return [note for note, why in compiled(pack).notes if why(facts, today).truth is TRUE]


def headline(pack: Pack, found: list[Outcome]) -> Outcome | None:
    """The first of the pack's headline list that applies, else the first that is possible, else None."""
    by_name = {item.outcome: item for item in found}
    for status in ("applies", "possible"):
        for name in pack.headline:
            if name in by_name and by_name[name].status == status:
                return by_name[name]
    return None
