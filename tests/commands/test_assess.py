"""`cspr assess`: the contract's shape, key by key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Cspr

DEATH = {
    "age_group": "under_18", "outcome": "died", "abuse_neglect": "suspected", "place": "this_area",
    "features": ["good_practice", "cross_boundary"], "incident_on": "2026-11-16", "la_aware_on": "2026-11-16",
}  # fmt: skip


def test_the_result_has_the_shape_of_the_contract(cspr: Cspr) -> None:
    ran = cspr("assess", "--area", "walsall", "--json", given=DEATH)
    assert (ran.exit_code, ran.err) == (0, "")
    result = ran.json
    keys = [
        "answer",
        "settled",
        "said",
        "in_short",
        "headline",
        "outcomes",
        "notes",
        "deadlines",
        "convention",
        "next_question",
        "pack",
    ]
    assert list(result) == keys
    assert {"outcome", "status"} <= result["headline"].keys()
    assert result["headline"]["outcome"] == "la_notify_panel"
    assert result["headline"]["status"] == "applies"
    assert set(result["pack"]) == {"id", "version"}
    assert result["pack"]["id"] == "walsall"
    assert isinstance(result["next_question"], str)


def test_an_outcome_has_its_rule_its_reasons_and_its_sources(cspr: Cspr) -> None:
    outcomes = cspr("assess", "--area", "walsall", "--json", given=DEATH).json["outcomes"]
    for outcome in outcomes:
        assert {"outcome", "status", "rule", "because", "missing", "text", "citations"} <= outcome.keys()
        assert outcome["status"] in {"applies", "possible"}
        assert outcome["text"]
        assert outcome["because"].items() <= {**DEATH, "features": sorted(DEATH["features"])}.items()
        assert bool(outcome["missing"]) == (outcome["status"] == "possible")
        assert outcome["citations"]
        for citation in outcome["citations"]:
            assert {"source", "section", "to_be_checked"} <= citation.keys()
            assert isinstance(citation["to_be_checked"], bool)
    cross_border = next(outcome for outcome in outcomes if outcome["outcome"] == "cross_border")
    assert cross_border["rule"] == "R11"
    assert cross_border["because"]["features"] == ["cross_boundary", "good_practice"]
    assert "speak_to_lead" in {outcome["outcome"] for outcome in outcomes}


def test_notes_and_deadlines_come_with_the_case(cspr: Cspr) -> None:
    result = cspr("assess", "--area", "walsall", "--json", given=DEATH).json
    assert {note["note"] for note in result["notes"]} == {"cross_boundary", "good_practice"}
    assert all(note["text"] for note in result["notes"])
    panel = next(deadline for deadline in result["deadlines"] if deadline["id"] == "notify_panel")
    assert panel["due"] == "2026-11-23"
    assert panel["status"] == "applies"
    assert result["convention"].startswith("How we count")


def test_facts_left_out_are_unknown(cspr: Cspr) -> None:
    result = cspr("assess", "--json", given={}).json
    assert result["headline"] | {"title": "", "text": ""} == {
        "outcome": "refer", "status": "possible", "title": "", "text": "",
    }  # fmt: skip
    assert (result["answer"], result["settled"]) == ("not_settled", False)
    assert result["next_question"] == "immediate_danger"
    assert result["pack"]["id"] == "national"
    assert [note["note"] for note in result["notes"]] == ["area_unknown"]


def test_a_fact_answered_unknown_is_not_asked_again(cspr: Cspr) -> None:
    assert cspr("assess", "--json", given={"immediate_danger": "unknown"}).json["next_question"] == "area"
    assert (
        cspr("assess", "--json", given={"immediate_danger": None, "area": "unknown"}).json["next_question"]
        == "age_group"
    )


def test_a_finished_check_has_no_next_question(cspr: Cspr) -> None:
    given = {"immediate_danger": "no", "area": "not_england"}
    assert cspr("assess", "--json", given=given).json["next_question"] is None


def test_the_facts_may_come_from_a_file_and_carry_the_area_and_the_day(cspr: Cspr, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    facts = {"area": "darlington", "today": "2027-11-17", "incident_on": "2026-11-16"}
    file.write_text(json.dumps(facts), encoding="utf-8")
    result = cspr("assess", "--json", str(file)).json
    assert result["pack"]["id"] == "darlington"
    assert [note["note"] for note in result["notes"]] == ["old_case"]


def test_a_file_from_windows_is_read(cspr: Cspr, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text('{"age_group": "25_or_over"}', encoding="utf-8-sig")
    assert cspr("assess", "--json", str(file)).exit_code == 0


def test_reasons_and_sources_can_be_left_out(cspr: Cspr) -> None:
    full = cspr("assess", "--area", "walsall", "--json", given=DEATH).json
    short = cspr("assess", "--area", "walsall", "--json", "--no-explain", given=DEATH).json
    assert list(short) == list(full)
    for with_reasons, without in zip(full["outcomes"], short["outcomes"], strict=True):
        empty: dict[str, Any] = {
            "because": {},
            "missing": [],
            "because_words": [],
            "missing_words": [],
            "citations": [],
        }
        assert without == {**with_reasons, **empty}
    for part in (
        "answer",
        "settled",
        "said",
        "in_short",
        "headline",
        "deadlines",
        "convention",
        "next_question",
        "pack",
    ):
        assert short[part] == full[part]


def test_without_json_it_reads_as_text(cspr: Cspr) -> None:
    ran = cspr("assess", "--area", "walsall", given=DEATH)
    assert ran.exit_code == 0
    assert ran.out.startswith("**Yes. Refer this case through your safeguarding lead today.**")
    assert "safeguarding lead decides" in ran.out


@pytest.mark.parametrize("day", ["2023-12-15", "2026-11-23"])
def test_it_can_be_made_as_of_a_day(cspr: Cspr, day: str) -> None:
    assert cspr("assess", "--json", "--as-of", day, given={}).exit_code == 0
