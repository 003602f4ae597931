"""Consequence 5: every outcome names its rule, its sources, the facts it rests on and those that would settle it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given

from bot.criteria.outcomes import Outcome, outcomes
from bot.guidance.load import Packs
from bot.guidance.model import Pack
from tests.criteria.fact_sets import Facts, areas, fact_sets
from tests.criteria.oracle.completions import lattice
from tests.criteria.oracle.table import DARLINGTON, NATIONAL, Line, rules_of
from tests.criteria.oracle.values import SETS, TODAY, Value, subsets


def few_values(line: Line, fact: str) -> list[Value | None]:
    """Unknown and every value; of the subsets only none, each member alone, and all, or what the line tells apart."""
    if fact in line.ticked or fact not in SETS:
        return [None, *line.values(fact)]
    return [None, *(some for some in subsets(SETS[fact]) if len(some) in (0, 1, len(SETS[fact])))]


def assert_explained(pack: Pack, item: Outcome, facts: Facts) -> None:
    """The rule is cited, and the known facts named bear out the status by themselves."""
    expected = lattice(rules_of(pack.area)[item.rule.id, item.outcome])
    because, missing = item.grounds.because, item.grounds.missing
    assert item.rule.cite and all(cite in pack.citations for cite in item.rule.cite)
    assert because <= facts.keys() & set(expected.line.facts)
    assert missing <= set(expected.line.facts) - facts.keys()
    assert bool(missing) == (item.status == "possible")
    assert expected.status({fact: facts[fact] for fact in because}) == item.status


def assert_missing_facts_would_settle_it(item: Outcome, facts: Facts, line: Line) -> None:
    """Any answers to the missing facts settle the outcome, and each of them can make the difference."""
    expected = lattice(line)
    if item.grounds.missing:
        assert expected.settled_by(facts, set(item.grounds.missing))
    for fact in item.grounds.missing:
        assert expected.can_change(facts, fact) or spare(item, facts, fact), fact


WAITED_FOR: Mapping[str, tuple[str, str]] = {
    "abuse_neglect": ("R20", "refer"),
    "looked_after": ("R30", "looked_after_death"),
    "care_leaver": ("R31", "care_leaver_death"),
}


def spare(item: Outcome, facts: Facts, fact: str) -> bool:
    """A fact that R40 lists though it cannot matter to it, as nothing is left of the case that it matters in.

    Without a reason for choice only a near miss is left, and abuse cannot make that a serious case; of a death after
    care nothing is left where abuse is suspected. Nobody is asked in vain: another outcome waits for the same fact.
    """
    waits = WAITED_FOR.get(fact)
    return item.rule.id == "R40" and waits is not None and lattice(NATIONAL[waits]).can_change(facts, fact)


@pytest.mark.parametrize("key", [*NATIONAL, *DARLINGTON], ids=lambda key: key[0])
def test_a_rule_is_explained_on_all_values_of_its_facts(packs: Packs, key: tuple[str, str]) -> None:
    pack = packs.for_area("darlington")
    only_this = pack.model_copy(update={"rules": tuple(rule for rule in pack.rules if rule.id == key[0])})
    line = rules_of("darlington")[key]
    for values in product(*(few_values(line, fact) for fact in line.facts)):
        facts = {fact: value for fact, value in zip(line.facts, values, strict=True) if value is not None}
        for item in outcomes(only_this, facts, TODAY):
            assert_explained(pack, item, facts)
            assert_missing_facts_would_settle_it(item, facts, line)


@given(area=areas, facts=fact_sets)
def test_every_outcome_is_explained(packs: Packs, area: str | None, facts: Facts) -> None:
    pack = packs.for_area(area)
    for item in outcomes(pack, facts, TODAY):
        assert_explained(pack, item, facts)
