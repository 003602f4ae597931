"""Whether a condition can hold at all."""

from __future__ import annotations

from typing import Any

import pytest

from bot.criteria.soundness import can_hold
from bot.guidance.expression import parse
from bot.guidance.load import Packs


@pytest.mark.parametrize(
    "when",
    [
        "always",
        "base",
        {"all": [{"features": "single_agency"}, {"not": {"features": "good_practice"}}]},
        {"all": [{"harm_kinds": "filled"}, {"not": {"harm_kinds": ["life_threatening", "mental_health"]}}]},
        {"incident_on": {"older_than_months": 12}},
        {"not": {"incident_on": {"older_than_months": 12}}},
    ],
)
def test_some_facts_meet_it(packs: Packs, when: Any) -> None:
    assert can_hold(parse(when), packs.for_area(None))


@pytest.mark.parametrize(
    "when",
    [
        {"not": "always"},
        {"all": ["died", {"outcome": "near_miss"}]},
        {"all": [{"harm_kinds": "empty"}, {"harm_kinds": "mental_health"}]},
        {"all": ["base", {"not": "child"}]},
        {"all": [{"incident_on": {"older_than_months": 12}}, {"not": {"incident_on": {"older_than_months": 6}}}]},
    ],
)
def test_no_facts_meet_it(packs: Packs, when: Any) -> None:
    assert not can_hold(parse(when), packs.for_area(None))


def test_with_a_fact_left_unknown_only_other_ways_count(packs: Packs) -> None:
    national = packs.for_area(None)
    assert not can_hold(parse("base"), national, frozenset({"abuse_neglect"}))
    assert can_hold(parse("base"), national, frozenset({"outcome"}))
    assert not can_hold(parse("base"), national, frozenset({"outcome", "harm_kinds"}))


def test_every_rule_of_every_area_can_apply(packs: Packs) -> None:
    for editions in packs.by_area.values():
        for edition in editions:
            for rule in edition.pack.rules:
                assert can_hold(rule.when, edition.pack), rule.id
