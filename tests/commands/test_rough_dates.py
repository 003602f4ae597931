"""`cspr assess` and `cspr deadlines` with dates of which less than the day is known."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Cspr

DEATH = {"age_group": "under_18", "outcome": "died", "abuse_neglect": "known", "place": "this_area"}


@pytest.mark.parametrize(
    ("told", "day_zero"),
    [("2026-11", "2026-11-01"), ("2026-10/2026-11", "2026-10-01"), ("2026-11-20~", "2026-11-20"),
     ("2026-11-16/..", "2026-11-16")],
)  # fmt: skip
def test_a_rough_day_gives_a_labelled_estimate_from_its_earliest_day(cspr: Cspr, told: str, day_zero: str) -> None:
    panel, *_ = cspr("deadlines", "--la-aware-on", told, "--json").json
    assert (panel["id"], panel["day_zero"], panel["estimate"]) == ("notify_panel", day_zero, True)
    assert "the earliest day that it can be" in cspr("deadlines", "--la-aware-on", told).out
    (assessed,) = [
        each
        for each in cspr("assess", "--json", given={**DEATH, "la_aware_on": told}).json["deadlines"]
        if each["id"] == "notify_panel"
    ]
    assert {key: assessed[key] for key in panel} == panel


def test_a_range_without_a_beginning_starts_no_clock(cspr: Cspr) -> None:
    assert cspr("deadlines", "--la-aware-on", "../2026-11", "--json").json == []


def test_only_what_cannot_be_right_is_refused(cspr: Cspr) -> None:
    assert cspr("deadlines", "--incident-on", "2026-11-16", "--la-aware-on", "2026-11", "--json").exit_code == 0
    for dates in (("--la-aware-on", "2026-12"), ("--incident-on", "2026-11-16", "--la-aware-on", "2026-10")):
        assert cspr("deadlines", *dates, "--json").exit_code == 2


def test_a_notification_not_sent_is_an_answer_and_leaves_the_rapid_review_an_estimate(cspr: Cspr) -> None:
    sent = cspr("deadlines", "--la-aware-on", "2026-11-20", "--notified-on", "not_yet", "--json")
    assert [each["estimate"] for each in sent.json] == [False, False, True]
    assert [each["state"] for each in sent.json][:1] == ["soon"]
    facts = {**DEATH, "la_aware_on": "2026-11-20", "notified_on": "not_yet"}
    result = cspr("assess", "--area", "walsall", "--json", given=facts).json
    assert {each["id"]: each["estimate"] for each in result["deadlines"] if each["due"]}["rapid_review"] is True
    assert cspr("deadlines", "--la-aware-on", "not_yet").exit_code == 2


def test_lines_and_single_cases_agree_on_a_rough_day_beside_its_first(cspr: Cspr) -> None:
    cases = [{**DEATH, "area": "walsall", "la_aware_on": day} for day in ("2026-11-01", "2026-11", "2026-11-01~")]
    lines = cspr("assess", "--stdin-lines", given=cases).lines
    assert lines == [cspr("assess", "--json", given=case).json for case in cases]
    assert [line["deadlines"][0]["estimate"] for line in lines] == [False, True, True]
