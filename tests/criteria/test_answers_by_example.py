"""Should I refer? The answer by example, with the outcome that heads it and whether it is settled."""

from __future__ import annotations

from typing import Any

import pytest

from bot.criteria.answer import answered
from bot.criteria.facts import read_facts
from bot.criteria.outcomes import outcomes
from bot.guidance.load import Packs
from tests.criteria.oracle.values import TODAY

CHILD_DIED = {"age_group": "under_18", "outcome": "died"}
BASE = {**CHILD_DIED, "abuse_neglect": "known"}
NO_SIGN = {**CHILD_DIED, "abuse_neglect": "no_sign"}
NOTHING = {
    "age_group": "under_18", "outcome": "less_serious", "harm_kinds": ["development"], "abuse_neglect": "no_sign",
    "agencies_together": "no", "setting": "none", "features": [], "other_routes": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("area", "facts", "answer", "head", "settled"),
    [
        # Danger is said above the answer and never hides it.
        ("walsall", {"immediate_danger": "yes", **BASE, "place": "this_area"}, "yes", "la_notify_panel", True),
        ("walsall", BASE, "yes", "refer", False),
        ("walsall", {**BASE, "place": "abroad"}, "yes", "refer", False),
        ("walsall", {**BASE, "place": "abroad", "normally_resident": "no"},
         "another_route", "other_country_process", False),
        ("walsall", {**BASE, "place": "abroad", "normally_resident": "no", "looked_after": "no", "care_leaver": "no"},
         "another_route", "other_country_process", True),
        ("walsall", {**BASE, "looked_after": "yes"}, "yes", "refer", False),
        ("walsall", {**CHILD_DIED, "looked_after": "yes"}, "notify", "looked_after_death", False),
        ("walsall", {**NO_SIGN, "looked_after": "yes"}, "notify", "looked_after_death", True),
        ("walsall", {"age_group": "18_to_24", "outcome": "died", "care_leaver": "yes"},
         "notify", "care_leaver_death", True),
        ("darlington", {**NO_SIGN, "setting": "residential"}, "notify", "local_regulated_setting", True),
        ("walsall", {**NO_SIGN, "setting": "residential"}, "partners_may_choose", "discretionary", False),
        ("walsall", CHILD_DIED, "not_settled", "refer", False),
        ("walsall", {}, "not_settled", "refer", False),
        ("walsall", {"age_group": "under_18", "outcome": "near_miss", "abuse_neglect": "no_sign"},
         "partners_may_choose", "discretionary", True),
        ("walsall", NO_SIGN, "partners_may_choose", "discretionary", False),
        ("walsall", {**NO_SIGN, "other_routes": ["staff_conduct_only"]}, "another_route", "staff_conduct", False),
        ("walsall", {**NOTHING, "outcome": "less_serious", "harm_kinds": [], "abuse_neglect": "known"},
         "another_route", "safeguarding_referral", True),
        ("walsall", {"age_group": "25_or_over", "other_routes": ["adult_victim"]},
         "another_route", "safeguarding_adults_review", True),
        ("walsall", {"age_group": "25_or_over", "outcome": "near_miss", "harm_kinds": [], "other_routes": [],
                     "features": []}, "not_this_process", "adult_only", True),
        ("not_england", {}, "another_route", "outside_england_partnership", True),
        ("walsall", NOTHING, "not_this_process", "speak_to_lead", True),
    ],
)  # fmt: skip
def test_what_is_answered(
    packs: Packs, area: str, facts: dict[str, Any], answer: str, head: str, settled: bool
) -> None:
    pack = packs.for_area(area)
    found = answered(pack, outcomes(pack, read_facts(facts, pack)[0], TODAY))
    assert (found.line.answer, found.head.outcome, found.settled) == (answer, head, settled)
