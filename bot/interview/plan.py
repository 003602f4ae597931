"""Which question next: the first, in the pack's order, whose answer can still change something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.criteria.evaluate import Test, compile_condition
from bot.criteria.facts import Facts
from bot.criteria.outcomes import Weighed, weigh
from bot.criteria.remember import once_a_pack
from bot.criteria.truth import FALSE, TRUE
from bot.guidance.expression import Expression
from bot.guidance.model import Pack, Question
from bot.interview.fitting import Fitting


@dataclass(frozen=True, slots=True)
class _Plan:
    """A pack's questions, and what a case may wait for besides its rules and notes, made ready to evaluate."""

    questions: tuple[tuple[Question, Test | None], ...]
    always: frozenset[str]
    notes_matter: Test
    starts: Mapping[str, tuple[str, ...]]


def next_question(
    pack: Pack,
    facts: Facts,
    asked: frozenset[str],
    today: date,
    weighed: Weighed | None = None,
    fitting: Fitting | None = None,
) -> Question | None:
    """The next question, or None when no answer can change an outcome, a note, a deadline or what is said to do.

    `asked`: facts answered "I do not know"; they stay unknown and are not asked again.
    `weighed`, `fitting`: the rules, notes and words on these facts, where they have been worked out already.
    """
    found = weighed or weigh(pack, facts, today)
    waiting = _waited_for(pack, facts, today, found, fitting or Fitting(pack, facts, today))
    for question, only_when in _plan(pack).questions:
        name = question.fact
        if name in facts or name in asked or (only_when and only_when(facts, today) is not TRUE):
            continue
        if name in waiting:
            return question
    return None


def _waited_for(pack: Pack, facts: Facts, today: date, weighed: Weighed, fitting: Fitting) -> set[str]:
    """The facts that an unsettled outcome, note, deadline or wording waits for."""
    plan = _plan(pack)
    waiting = set(plan.always)
    waiting.update(*[item.grounds.missing for item in weighed.outcomes])
    if pack.evaluates is None:
        if plan.notes_matter(facts, today) is not FALSE:
            waiting.update(*[why.missing for _, why in weighed.remarks])
        waiting.update(fitting.missing(item.outcome for item in weighed.outcomes))
        waiting.update(*[plan.starts[item.outcome] for item in weighed.outcomes if item.outcome in plan.starts])
    return waiting


@once_a_pack
def _plan(pack: Pack) -> _Plan:
    def ready(condition: Expression | None) -> Test | None:
        return None if condition is None else compile_condition(condition, pack.definitions)

    return _Plan(
        tuple((q, ready(q.only_when)) for q in pack.questions),
        frozenset() if pack.area else frozenset({"area"}),
        compile_condition(pack.ask_for_notes_while, pack.definitions),
        {outcome: _starts(pack, outcome) for outcome in {rule.outcome for rule in pack.deadlines} if outcome},
    )


def _starts(pack: Pack, outcome: str) -> tuple[str, ...]:
    """The dates that start a deadline of the outcome."""
    return tuple(rule.starts_on for rule in pack.deadlines if rule.outcome == outcome and rule.starts_on)
