"""The acceptance cases of the specification: tests/criteria/acceptance.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.criteria.facts import read_facts
from bot.guidance.load import Packs
from bot.interview.assess import assess
from tests.criteria.oracle.values import TODAY

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("acceptance.yaml").read_text(encoding="utf-8")
)
ALWAYS = "speak_to_lead"


def test_no_case_is_left_out() -> None:
    numbered = {name[:3] for name in CASES}
    assert numbered == {f"A{number:02}" for number in range(1, 35)}
    assert {"A13a", "A13b", "A15a", "A15b", "A30b"} <= CASES.keys()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_case_ends_as_the_specification_says(packs: Packs, case: dict[str, Any]) -> None:
    today = case.get("today", TODAY)
    pack = packs.for_area(case["area"], today)
    facts, asked = read_facts(case["facts"], pack)
    result = assess(pack, facts, asked, today)
    status = {each["outcome"]: each["status"] for each in result["outcomes"]}
    applies = {outcome for outcome, found in status.items() if found == "applies"}
    assert (result["answer"], result["headline"]["outcome"]) == (case["answer"], case["headline"])
    assert applies == {*case["applies"], ALWAYS}
    assert {status.get(outcome) for outcome in case.get("possible", [])} <= {"possible"}
    assert not status.keys() & set(case.get("absent", []))
    assert {note["note"] for note in result["notes"]} == set(case.get("notes", []))
    due = {each["id"]: each for each in result["deadlines"]}
    assert {name: due[name]["due"] for name in case.get("deadlines", {})} == case.get("deadlines", {})
    assert {name: due[name]["who"] for name in case.get("who", {})} == case.get("who", {})
    texts = {each.get("outcome") or each["note"]: each["text"] for each in (*result["outcomes"], *result["notes"])}
    for name, words in case.get("says", {}).items():
        assert words in texts[name]


def test_abuse_need_not_have_caused_what_happened(packs: Packs) -> None:
    # A30 is answered "known" only where the question does not ask for a cause.
    question = next(each for each in packs.for_area("birmingham").questions if each.fact == "abuse_neglect")
    assert "need not have caused" in (question.hint or "")
