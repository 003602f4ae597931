"""What the drawing of a check shows: questions down the side, outcomes along the top, a mark where they meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bot.criteria.soundness import can_hold
from bot.guidance.expression import Always, facts_of
from bot.guidance.model import Pack, Question, Rule
from bot.guidance.unneeded import NOT_FOR_RULES, asked_in, uses

OTHER_PURPOSES = ("notes", "deadlines", "wording")


class Mark(Enum):
    """What an answer means for an outcome."""

    NEEDED = "needed"
    """The outcome never applies without it."""
    MATTERS = "can matter"
    """It is one of several ways to the outcome."""


@dataclass(frozen=True, slots=True)
class Column:
    """An outcome. `local`: the overlay's own rule; `reworded`: told in the overlay's words."""

    rule: str
    title: str
    always: bool
    local: bool
    reworded: bool


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A question. `marks` by rule; `purposes`: what else its answer is for (notes, deadlines, record)."""

    number: int
    ask: str
    answers: str
    marks: Mapping[str, Mark]
    purposes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole drawing, before it has a size."""

    area: str
    version: str
    columns: tuple[Column, ...]
    rows: tuple[ChartRow, ...]


def chart(pack: Pack) -> Chart:
    """The chart of an area's pack: rules in the order in which their outcomes head an answer."""
    rules = _rules(pack)
    return Chart(
        area=_area_name(pack),
        version=pack.version,
        columns=tuple(_column(pack, rule) for rule in rules),
        rows=tuple(_row(pack, rules, number, question) for number, question in enumerate(asked_in(pack), start=1)),
    )


def _rules(pack: Pack) -> list[Rule]:
    rank = {outcome: place for place, outcome in enumerate(pack.headline)}
    held = [rule for rule in pack.rules if pack.evaluates is None or rule.outcome in pack.evaluates]
    return sorted(held, key=lambda rule: rank.get(rule.outcome, len(rank)))


def _area_name(pack: Pack) -> str:
    if pack.head.id != pack.national.id or pack.area is None:
        return pack.head.name
    return "anywhere else in England"


def _column(pack: Pack, rule: Rule) -> Column:
    wording = pack.wording[rule.outcome]
    overlay = None if pack.head.id == pack.national.id else pack.head.id
    always = isinstance(rule.when, Always)
    return Column(rule.id, wording.title, always, rule.pack == overlay, wording.pack == overlay)


def _row(pack: Pack, rules: list[Rule], number: int, question: Question) -> ChartRow:
    used = uses(pack, question.fact)
    marks = {rule.id: _mark(pack, rule, question.fact) for rule in rules if question.fact in _facts(pack, rule)}
    purposes = frozenset(purpose for purpose in OTHER_PURPOSES if used[purpose])
    return ChartRow(number, question.ask, _answers(pack, question), marks, purposes)


def _facts(pack: Pack, rule: Rule) -> tuple[str, ...]:
    return facts_of(rule.when, pack.definitions)


def _mark(pack: Pack, rule: Rule, fact: str) -> Mark:
    return Mark.MATTERS if can_hold(rule.when, pack, frozenset((fact,))) else Mark.NEEDED


def _answers(pack: Pack, question: Question) -> str:
    kind = pack.facts[question.fact].kind
    if kind == "date":
        return "A date"
    if kind == "set":
        return "Any of: " + ", ".join(option.short or option.label for option in question.options.values())
    labels = " / ".join(option.label for option in question.options.values())
    return f"{labels}. Chooses the area's rules, words and contacts." if question.fact == NOT_FOR_RULES else labels
