"""Consequences 1 and 2: unknown is never no, and learning a fact settles, never unsettles."""

from __future__ import annotations

import pytest
from hypothesis import given

from bot.criteria.answer import answered
from bot.criteria.outcomes import notes, outcomes
from bot.guidance.load import Packs
from tests.criteria.fact_sets import Facts, areas, fact_sets, with_one_more
from tests.criteria.oracle.values import AREAS, CHOICES, TODAY
from tests.criteria.statuses import statuses

YES_OR_NO = [fact for fact, values in CHOICES.items() if set(values) == {"no", "yes"}]


@pytest.mark.parametrize("area", AREAS, ids=str)
def test_with_nothing_known_nothing_is_ruled_out(packs: Packs, area: str | None) -> None:
    pack = packs.for_area(area)
    found = {item.outcome for item in outcomes(pack, {}, TODAY)}
    assert found == {rule.outcome for rule in pack.rules if pack.evaluates is None or rule.outcome in pack.evaluates}


@given(area=areas, facts=fact_sets)
def test_what_is_absent_while_a_fact_is_unknown_is_absent_whether_yes_or_no(
    packs: Packs, area: str | None, facts: Facts
) -> None:
    pack = packs.for_area(area)
    for fact in YES_OR_NO:
        unknown = statuses(pack, {name: value for name, value in facts.items() if name != fact})
        either = [statuses(pack, {**facts, fact: answer}) for answer in ("no", "yes")]
        for outcome, status in unknown.items():
            said = {known[outcome] for known in either}
            assert (status is None) == (said == {None}), (fact, outcome)
            assert (status == "applies") == (said == {"applies"}), (fact, outcome)


@given(area=areas, pair=with_one_more())
def test_learning_a_fact_never_unsettles_an_outcome_or_a_note(
    packs: Packs, area: str | None, pair: tuple[Facts, Facts]
) -> None:
    pack = packs.for_area(area)
    less, more = pair
    before, after = statuses(pack, less), statuses(pack, more)
    for outcome, status in before.items():
        assert status == "possible" or after[outcome] == status, outcome
    assert {note.id for note in notes(pack, less, TODAY)} <= {note.id for note in notes(pack, more, TODAY)}


@given(area=areas, pair=with_one_more())
def test_learning_a_fact_never_changes_a_settled_answer(
    packs: Packs, area: str | None, pair: tuple[Facts, Facts]
) -> None:
    pack = packs.for_area(area)
    less, more = (answered(pack, outcomes(pack, facts, TODAY)) for facts in pair)
    if less.settled:
        assert more.settled and more.line.answer == less.line.answer
    if less.line.answer == "yes" and less.head.outcome == "la_notify_panel":
        assert more.line.answer == "yes"
