"""Consequence 3: making one fact worse never takes away act_now, la_notify_panel, refer or looked_after_death."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import given

from bot.guidance.load import Packs
from tests.criteria.fact_sets import Facts, areas, fact_sets
from tests.criteria.oracle.values import AREAS, SETS
from tests.criteria.statuses import RANK, statuses

NEVER_REMOVED = ("act_now", "la_notify_panel", "refer", "looked_after_death")

WORSE = {
    "abuse_neglect": ("no_sign", "suspected", "known"),
    "outcome": ("less_serious", "near_miss", "seriously_harmed", "died"),
    "immediate_danger": ("no", "yes"),
    "looked_after": ("no", "yes"),
    "agencies_together": ("no", "yes"),
    "suspected_suicide": ("no", "yes"),
}


def one_fact_worse(facts: Facts) -> Iterator[Facts]:
    """The facts with one known fact a step worse: the next of its order, or one more concern in a set."""
    for fact, order in WORSE.items():
        if fact in facts and facts[fact] != order[-1]:
            yield {**facts, fact: order[order.index(str(facts[fact])) + 1]}
    for fact in ("harm_kinds", "features"):
        known = facts.get(fact)
        if isinstance(known, frozenset):
            yield from ({**facts, fact: known | {member}} for member in SETS[fact] if member not in known)


def assert_nothing_removed(packs: Packs, area: str | None, facts: Facts) -> None:
    pack = packs.for_area(area)
    before = statuses(pack, facts)
    for worse in one_fact_worse(facts):
        after = statuses(pack, worse)
        for outcome in NEVER_REMOVED:
            assert RANK[after.get(outcome)] >= RANK[before.get(outcome)], (outcome, worse)


@given(area=areas, facts=fact_sets)
def test_a_worse_fact_never_removes_what_protects(packs: Packs, area: str | None, facts: Facts) -> None:
    assert_nothing_removed(packs, area, facts)


def test_a_worse_fact_never_removes_what_protects_whatever_the_starting_test_rests_on(packs: Packs) -> None:
    ages = (None, "unborn", "under_18", "18_to_24", "25_or_over")
    harms: tuple[frozenset[str] | None, ...] = (None, frozenset(), frozenset({"development"}))
    places = (None, "this_area", "abroad")
    answers = (None, "no", "yes")
    for area in AREAS:
        for age, outcome, abuse, harm, place, looked_after, danger in product(
            ages, (None, *WORSE["outcome"]), (None, *WORSE["abuse_neglect"]), harms, places, answers, answers
        ):
            told = {
                "age_group": age, "outcome": outcome, "abuse_neglect": abuse, "harm_kinds": harm, "place": place,
                "looked_after": looked_after, "immediate_danger": danger,
            }  # fmt: skip
            assert_nothing_removed(packs, area, {fact: value for fact, value in told.items() if value is not None})
