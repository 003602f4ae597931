"""Consequence 7 for whole sets of facts: the statuses are those of every completion, in every area."""

from __future__ import annotations

from hypothesis import given

from bot.criteria.outcomes import headline, notes, outcomes
from bot.guidance.load import Packs
from tests.criteria.fact_sets import Facts, areas, fact_sets
from tests.criteria.oracle.completions import lattice
from tests.criteria.oracle.table import HEADLINE, SIGNPOSTS, notes_of, rules_of
from tests.criteria.oracle.values import TODAY


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
def test_the_headline_is_the_first_that_applies_else_the_first_that_is_possible(
    packs: Packs, area: str | None, facts: Facts
) -> None:
    pack = packs.for_area(area)
    found = headline(pack, outcomes(pack, facts, TODAY))
    status = {outcome: lattice(line).status(facts) for (_, outcome), line in rules_of(area).items()}
    places = [place if isinstance(place, frozenset) else {place} for place in HEADLINE]
    in_order = [
        {name for name in place if status.get(name) == rank} for rank in ("applies", "possible") for place in places
    ]
    expected = next((names for names in in_order if names), None)
    if found is None:
        assert expected is None
    else:
        assert expected is not None and found.outcome in expected
        assert found.outcome in SIGNPOSTS or expected == {found.outcome}
        assert found.status == status[found.outcome]
