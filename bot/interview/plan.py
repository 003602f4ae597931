"""Which question next: the first, in the pack's order, whose answer can still change something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.criteria.explain import Grounds, Why
from bot.criteria.facts import Facts
from bot.criteria.outcomes import Outcome, compiled, outcomes
from bot.criteria.remember import once_a_pack, remembered
from bot.criteria.truth import FALSE, TRUE, Truth
from bot.guidance.model import Pack, Question

Test = Callable[[Facts, date], Truth]


@dataclass(frozen=True, slots=True)
class _Plan:
    """A pack's questions with their conditions made ready to evaluate."""

    questions: tuple[tuple[Question, Test, Test], ...]
    notes_matter: Test
    notes: tuple[Why, ...]


def next_question(
    pack: Pack, facts: Facts, asked: frozenset[str], today: date, found: Sequence[Outcome] | None = None
) -> Question | None:
    """The next question, or None when no answer can change an outcome, a note, a deadline or the record.

    `asked`: facts answered "I do not know"; they stay unknown and are not asked again.
    `found`: the outcomes on these facts, where they have been worked out already.
    """
    waiting = set(_open(pack, facts, today, outcomes(pack, facts, today) if found is None else found))
    for question, may_ask, for_record in _plan(pack).questions:
        name = question.fact
        if name in facts or name in asked or may_ask(facts, today) is not TRUE:
            continue
        if name in waiting or for_record(facts, today) is not FALSE:
            return question
    return None


def _open(pack: Pack, facts: Facts, today: date, found: Sequence[Outcome]) -> Iterator[str]:
    """The facts that an unsettled outcome, note or deadline waits for."""
    for item in found:
        yield from item.grounds.missing
    if pack.area is None:
        yield "area"
    if pack.evaluates is not None:
        return
    plan = _plan(pack)
    if plan.notes_matter(facts, today) is not FALSE:
        for why in plan.notes:
            yield from why(facts, today).missing
    present = {item.outcome for item in found}
    for deadline in pack.deadlines:
        if deadline.outcome in present and deadline.starts_on is not None:
            yield deadline.starts_on


@once_a_pack
def _plan(pack: Pack) -> _Plan:
    def truth(why: Grounds) -> Truth:
        return why.truth

    def may_ask(question: Question) -> Test:
        return _always(TRUE) if question.only_when is None else remembered(question.only_when, pack, truth)

    def for_record(question: Question) -> Test:
        if question.for_record is None or pack.evaluates is not None:
            return _always(FALSE)
        return remembered(question.for_record, pack, truth)

    return _Plan(
        tuple((question, may_ask(question), for_record(question)) for question in pack.questions),
        remembered(pack.ask_for_notes_while, pack, truth),
        tuple(why for _, why in compiled(pack).notes),
    )


def _always(truth: Truth) -> Test:
    return lambda facts, today: truth
