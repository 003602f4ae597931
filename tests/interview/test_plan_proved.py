"""Consequence 6: a question is asked only if its answer can change something, and never a second time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.criteria.outcomes import outcomes
from bot.guidance.load import Packs
from bot.guidance.model import Pack
from bot.interview.plan import next_question
from tests.criteria.fact_sets import Facts, areas, fact_sets, one_value
from tests.criteria.oracle.completions import lattice
from tests.criteria.oracle.table import NATIONAL, notes_of, rules_of
from tests.criteria.oracle.values import AREAS, CHOICES, DATES, SETS, TODAY, Value

WORDS = {
    "told_lead": ("refer", "discretionary"),
    "told_social_care": ("la_notify_panel",),
    "place": ("la_notify_panel",),
    "works_for_la": ("la_notify_panel", "looked_after_death", "care_leaver_death"),
}
"""The outcomes of which something else is said, or said to do, by these facts."""

SPOKEN_TO = st.frozensets(st.sampled_from((*CHOICES, *SETS, *DATES, "area")), max_size=8)
"""Facts that were asked for and answered "I do not know"."""


def can_change_something(pack: Pack, facts: Facts, fact: str) -> bool:
    """Whether the fact can change an outcome, note or deadline, the words or the pack, in some completion."""
    lines = [*rules_of(pack.area).values(), *notes_of(pack.area).values()]
    if any(lattice(line).can_change(facts, fact) for line in lines):
        return True
    present = {outcome for (_, outcome), line in rules_of(pack.area).items() if lattice(line).status(facts)}
    starts = {deadline.starts_on for deadline in pack.deadlines if deadline.outcome in present}
    said = pack.area != "not_england" and not present.isdisjoint(WORDS.get(fact, ()))
    return fact in starts or (fact == "area" and pack.area is None) or said


@given(area=areas, facts=fact_sets, asked=SPOKEN_TO)
def test_a_question_is_about_something_unknown_that_can_change_something(
    packs: Packs, area: str | None, facts: Facts, asked: frozenset[str]
) -> None:
    pack = packs.for_area(area)
    question = next_question(pack, facts, asked, TODAY)
    if question is not None:
        assert question.fact not in facts
        assert question.fact not in asked
        assert question.fact != "area" or area is None
        assert can_change_something(pack, facts, question.fact), question.fact


@given(area=areas, facts=fact_sets, asked=SPOKEN_TO)
def test_the_questions_end_only_when_nothing_more_can_be_settled(
    packs: Packs, area: str | None, facts: Facts, asked: frozenset[str]
) -> None:
    pack = packs.for_area(area)
    if next_question(pack, facts, asked, TODAY) is None:
        could_ask = {question.fact for question in pack.questions} - asked
        for item in outcomes(pack, facts, TODAY):
            assert not item.grounds.missing & could_ask, item.outcome


def reply(fact: str) -> st.SearchStrategy[Value | None]:
    """Any answer to the question, None for "I do not know". Dates lie in their order of events."""
    if fact == "area":
        return st.sampled_from([None, *(area for area in AREAS if area)])
    if fact in DATES:
        return st.sampled_from([None, date(2019, 1, 1) + timedelta(days=DATES.index(fact)), TODAY])
    return st.none() | one_value(fact)


@settings(max_examples=settings().max_examples // 3)  # a walk asks a dozen questions, each checked
@given(data=st.data())
def test_every_walk_ends_and_asks_nothing_twice(packs: Packs, data: st.DataObject) -> None:
    area: str | None = None
    facts: Facts = {}
    asked: frozenset[str] = frozenset()
    order: list[str] = []
    while (question := next_question(packs.for_area(area), facts, asked, TODAY)) is not None:
        fact = question.fact
        assert fact not in order
        assert can_change_something(packs.for_area(area), facts, fact), fact
        order.append(fact)
        answer = data.draw(reply(fact), label=fact)
        if answer is None:
            asked |= {fact}
        else:
            facts = {**facts, fact: answer}
            area = str(answer) if fact == "area" else area
    assert order[:2] == ["immediate_danger", "area"]
    assert len(order) <= len(packs.for_area(None).questions)
    if not asked and area != "not_england":
        settled = [lattice(line).status(facts) for line in NATIONAL.values()]
        assert "possible" not in settled
