"""Which question next: the first, in the pack's order, whose answer can still change something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.criteria.explain import grounds
from bot.criteria.facts import Facts
from bot.criteria.outcomes import compiled, outcomes
from bot.criteria.truth import FALSE, TRUE
from bot.guidance.expression import Expression
from bot.guidance.model import Pack, Question


def next_question(pack: Pack, facts: Facts, asked: frozenset[str], today: date) -> Question | None:
    """The next question, or None when no answer can change an outcome, a note, a deadline or the record.

    `asked`: facts answered "I do not know"; they stay unknown and are not asked again.
    """
    waiting = set(_open(pack, facts, today))
    for question in pack.questions:
        name = question.fact
        if name in facts or name in asked or not _let(pack, question.only_when, facts, today):
            continue
        if name in waiting or _for_record(pack, question, facts, today):
            return question
    return None


def _open(pack: Pack, facts: Facts, today: date) -> Iterator[str]:
    """The facts that an unsettled outcome, note or deadline waits for."""
    found = outcomes(pack, facts, today)
    for item in found:
        if item.grounds is not None:
            yield from item.grounds.missing
    if pack.area is None:
        yield "area"
    if pack.evaluates is not None:
        return
    if grounds(pack.ask_for_notes_while, pack, facts, today).truth is not FALSE:
        for note, _ in compiled(pack).notes:
            yield from grounds(note.when, pack, facts, today).missing
    present = {item.outcome for item in found}
    for deadline in pack.deadlines:
        if deadline.outcome in present and deadline.starts_on is not None:
            yield deadline.starts_on


def _let(pack: Pack, condition: Expression | None, facts: Facts, today: date) -> bool:
    return condition is None or grounds(condition, pack, facts, today).truth is TRUE


def _for_record(pack: Pack, question: Question, facts: Facts, today: date) -> bool:
    if question.for_record is None or pack.evaluates is not None:
        return False
    return grounds(question.for_record, pack, facts, today).truth is not FALSE
