"""All rules of a pack on a set of facts: which outcomes apply, which are possible, which notes are true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from bot.criteria.all_at_once import AllAtOnce
from bot.criteria.explain import Grounds
from bot.criteria.facts import Facts
from bot.criteria.remember import once_a_pack
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
class Weighed:
    """What a pack's rules and notes say of a case.

    `outcomes`: those that apply or are possible, in the order of the rules. `remarks`: all notes, true or not, and why.
    """

    outcomes: list[Outcome]
    remarks: list[tuple[Note, Grounds]]

    @property
    def notes(self) -> list[Note]:
        """The notes that are true."""
        return [note for note, why in self.remarks if why.truth is TRUE]


@once_a_pack
def _ready(pack: Pack) -> tuple[AllAtOnce[Outcome | None], AllAtOnce[tuple[Note, Grounds]]]:
    """The pack's rules and its notes, those that are evaluated."""
    only = pack.evaluates
    rules = [rule for rule in pack.rules if only is None or rule.outcome in only]
    remarks = [note for note in pack.notes if only is None and (pack.area is None or not note.only_when_area_unknown)]
    return (
        AllAtOnce(pack, [(rule.when, partial(_outcome, rule)) for rule in rules]),
        AllAtOnce(pack, [(note.when, partial(_remark, note)) for note in remarks]),
    )


def _outcome(rule: Rule, why: Grounds) -> Outcome | None:
    if why.truth is FALSE:
        return None
    return Outcome(rule.outcome, "applies" if why.truth is TRUE else "possible", rule, why)


def _remark(note: Note, why: Grounds) -> tuple[Note, Grounds]:
    return note, why


def weigh(pack: Pack, facts: Facts, today: date) -> Weighed:
    """Every rule and note of the pack on these facts."""
    rules, remarks = _ready(pack)
    return Weighed([item for item in rules.of(facts, today) if item is not None], remarks.of(facts, today))


def outcomes(pack: Pack, facts: Facts, today: date) -> list[Outcome]:
    """Every outcome that applies or is possible, in the order of the pack's rules; absent ones cannot hold."""
    return weigh(pack, facts, today).outcomes


def notes(pack: Pack, facts: Facts, today: date) -> list[Note]:
    """The notes that are true. `area_unknown` and its like depend on the pack, not on the facts."""
    return weigh(pack, facts, today).notes
