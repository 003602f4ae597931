"""An outcome says what it rests on and which single answer would rule it out."""

from __future__ import annotations

from typing import Any

from bot.criteria.facts import Value
from bot.guidance.load import Packs
from bot.interview.assess import assess
from bot.interview.what_would_change import with_basis
from tests.conftest import TODAY

FACTS: dict[str, Value] = {
    "area": "walsall",
    "age_group": "under_18",
    "outcome": "died",
    "abuse_neglect": "suspected",
    "features": frozenset({"cross_boundary"}),
}


def outcome(packs: Packs, name: str, facts: dict[str, Value], derived: frozenset[str] = frozenset()) -> dict[str, Any]:
    pack = packs.for_area("walsall")
    found = with_basis(assess(pack, facts, frozenset(), TODAY), pack, facts, derived, TODAY)
    return next(item for item in found["outcomes"] if item["outcome"] == name)


def test_ruling_out_abuse_or_neglect_would_change_a_referral(packs: Packs) -> None:
    changes = outcome(packs, "refer", FACTS)["changes_if"]
    assert {"fact": "abuse_neglect", "words": "there is no sign of abuse or neglect"} in changes
    assert {change["fact"] for change in changes} == {"age_group", "outcome", "abuse_neglect"}


def test_a_value_that_leaves_the_outcome_standing_is_not_named(packs: Packs) -> None:
    words = [change["words"] for change in outcome(packs, "refer", FACTS)["changes_if"]]
    assert "abuse or neglect is known" not in words
    assert "the child was seriously harmed" not in words


def test_what_was_ticked_is_taken_away_for_a_list(packs: Packs) -> None:
    changes = outcome(packs, "cross_border", FACTS)["changes_if"]
    assert {"fact": "features", "words": "features of the case: none of those listed"} in changes


def test_every_fact_is_labelled_told_derived_or_unknown(packs: Packs) -> None:
    found = outcome(packs, "la_notify_panel", FACTS, derived=frozenset({"age_group"}))
    labels = {item["fact"]: item["label"] for item in found["basis"]}
    assert labels["age_group"] == "derived"
    assert labels["outcome"] == "told"
    assert labels["place"] == "unknown"


def test_an_outcome_that_is_only_possible_waits_and_names_no_change(packs: Packs) -> None:
    assert outcome(packs, "la_notify_panel", FACTS)["changes_if"] == []


def test_speaking_to_the_lead_rests_on_nothing_and_nothing_changes_it(packs: Packs) -> None:
    found = outcome(packs, "speak_to_lead", FACTS)
    assert found["basis"] == []
    assert found["changes_if"] == []
