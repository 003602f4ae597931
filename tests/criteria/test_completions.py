"""Consequence 7 for whole sets of facts: the statuses are those of every completion, in every area."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.criteria.answer import answered
from bot.criteria.outcomes import notes, outcomes
from bot.guidance.load import Packs
from tests.criteria.fact_sets import ASKED, Facts, areas, fact_sets, one_value
from tests.criteria.oracle.answer import answer_of, answers_of_completions
from tests.criteria.oracle.completions import lattice
from tests.criteria.oracle.table import notes_of, rules_of
from tests.criteria.oracle.values import AREAS, TODAY


@given(area=areas, facts=fact_sets)
def test_statuses_are_those_of_every_completion(packs: Packs, area: str | None, facts: Facts) -> None:
    found = outcomes(packs.for_area(area), facts, TODAY)
    expected = {key: lattice(line).status(facts) for key, line in rules_of(area).items()}
    assert {(item.rule.id, item.outcome): item.status for item in found} == {k: s for k, s in expected.items() if s}


@given(area=areas, facts=fact_sets)
def test_notes_are_those_true_in_every_completion(packs: Packs, area: str | None, facts: Facts) -> None:
    found = notes(packs.for_area(area), facts, TODAY)
    expected = {name for name, line in notes_of(area).items() if lattice(line).status(facts) == "applies"}
    assert {note.id for note in found} == expected
    assert len(found) == len(expected)


@given(area=areas, facts=fact_sets)
def test_the_answer_and_its_headline_are_the_tables(packs: Packs, area: str | None, facts: Facts) -> None:
    pack = packs.for_area(area)
    found = answered(pack, outcomes(pack, facts, TODAY))
    status = {outcome: lattice(line).status(facts) for (_, outcome), line in rules_of(area).items()}
    assert (found.line.answer, found.head.outcome) == answer_of(status)
    assert found.head.status == status[found.head.outcome]


@settings(max_examples=settings().max_examples // 4)  # each goes through thousands of completions
@given(area=areas, facts=fact_sets, data=st.data())
def test_an_answer_is_settled_when_every_completion_gives_the_same(
    packs: Packs, area: str | None, facts: Facts, data: st.DataObject
) -> None:
    pack = packs.for_area(area)
    left_open = data.draw(st.sets(st.sampled_from(ASKED), max_size=5), label="unknown")
    whole = {name: data.draw(one_value(name), label=name) for name in ASKED if name not in facts}
    known = {name: value for name, value in {**whole, **facts}.items() if name not in left_open}
    found = answered(pack, outcomes(pack, known, TODAY))
    every = answers_of_completions(area, known)
    assert found.settled == (every == {found.line.answer})
    if found.line.answer == "yes":
        assert found.settled or "yes" in every


def test_the_table_of_the_answers_ends_on_what_always_holds(packs: Packs) -> None:
    for area in AREAS:
        assert packs.for_area(area).answer[-1].answer == "not_this_process"
