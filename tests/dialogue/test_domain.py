"""domain.yml is written by hand and must say what the packs say: a fact is a slot, an entity and a question."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from actions import all_actions
from actions.kit import Kit
from bot.guidance.load import Packs
from tests.conftest import ROOT, TODAY


@pytest.fixture(scope="module")
def domain() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    return loaded


def names(items: list[Any]) -> set[str]:
    return {next(iter(item)) if isinstance(item, dict) else item for item in items}


def test_every_fact_is_a_slot_and_an_entity(domain: dict[str, Any], packs: Packs) -> None:
    facts = set(packs.for_area(None).facts)
    assert facts <= set(domain["slots"])
    assert facts <= names(domain["entities"])


def test_the_form_asks_for_every_question_in_the_packs_order(domain: dict[str, Any], packs: Packs) -> None:
    assert domain["forms"]["check_form"]["required_slots"] == [q.fact for q in packs.for_area(None).questions]


def test_every_topic_is_an_intent_with_a_rule(domain: dict[str, Any], packs: Packs) -> None:
    topics = set(packs.for_area(None).answers)
    rules = yaml.safe_load((ROOT / "data/rules/topics.yml").read_text(encoding="utf-8"))["rules"]
    ruled = {item["intent"] for item in rules[0]["steps"][0]["or"]}
    assert topics == ruled
    assert topics <= names(domain["intents"])


def test_every_custom_action_is_implemented_and_every_implemented_one_is_in_the_domain(
    domain: dict[str, Any], packs: Packs
) -> None:
    implemented = {action.name() for action in all_actions(Kit(packs, lambda: TODAY))}
    assert implemented == names(domain["actions"])


def test_every_fact_has_a_slot_that_only_our_actions_fill(domain: dict[str, Any], packs: Packs) -> None:
    for fact in packs.for_area(None).facts:
        assert domain["slots"][fact]["mappings"] == [{"type": "custom"}]
