"""The check fills the record; what a person wrote is never overwritten by it."""

from __future__ import annotations

from typing import Any

from bot.referrals.record.prefill import prefilled, refilled
from bot.referrals.record.record import Record

TOLD = {
    "outcome": "died",
    "age_group": "under_18",
    "abuse_neglect": "suspected",
    "suspected_suicide": "no",
    "place": "this_area",
    "normally_resident": "yes",
    "looked_after": "yes",
    "care_leaver": "no",
    "setting": "none",
    "agencies_together": "yes",
    "features": ["repeat_theme", "good_practice"],
    "other_routes": [],
    "told_social_care": "yes",
    "told_lead": "no",
    "incident_on": "2026-11-17",
    "la_aware_on": "2026-11-20",
    "notified_on": "2026-11-21",
}


def check(told: dict[str, Any] = TOLD, unknown: tuple[str, ...] = (), words: str = "She has died.") -> Record:
    return prefilled({"told": told, "unknown": list(unknown)}, words, "walsall")


def test_every_fact_of_the_check_that_the_record_asks_is_filled_in() -> None:
    record = check()
    (child,) = record.children.children
    assert (child.age, child.home, child.place, child.legal, child.setting) == (
        "under_18", "Walsall", "Walsall", ("looked_after",), "none",
    )  # fmt: skip
    assert (record.harm.what, record.abuse.known, record.abuse.suicide) == ("died", "suspected", "no")
    assert record.incident.summary == "She has died."
    assert (record.incident.known, str(record.incident.on)) == ("exact", "2026-11-17")
    assert record.criteria.factors == ("repeat_theme", "good_practice")
    assert record.parallel.processes == ("none",)
    assert (record.notified.authority, record.notified.panel, str(record.notified.panel_on)) == (
        "yes", "yes", "2026-11-21",
    )  # fmt: skip
    assert (record.joint_working.concern, record.joint_working.good, record.advice.consulted) == ("yes", "yes", "no")


def test_not_asked_is_empty_and_not_known_is_said() -> None:
    record = check({}, ("incident_on", "la_aware_on", "features", "told_lead"), words="")
    assert (record.incident.known, record.incident.authority_aware_on) == ("unknown", "unknown")
    assert record.criteria.factors == ("unknown",)
    assert record.advice.consulted == "unknown"
    assert record.harm.what is None
    assert record.incident.summary is None


def test_a_value_that_the_record_does_not_know_is_left_out_alone() -> None:
    record = check({"outcome": "something_new", "abuse_neglect": "known"}, words="a\x00b")
    assert (record.harm.what, record.abuse.known, record.incident.summary) == (None, "known", None)


def test_a_long_story_fills_what_fits() -> None:
    assert len(check(words="x" * 9000).incident.summary or "") == 2000


def test_what_a_person_changed_stays_and_the_rest_follows_the_check() -> None:
    before = check()
    after = check(TOLD | {"outcome": "seriously_harmed", "abuse_neglect": "known", "age_group": "unborn"})
    person: dict[str, Any] = before.stored()
    person["abuse"] = {**person["abuse"], "known": "no_sign", "basis": "Typed"}
    person["children"]["children"][0]["code"] = "AB"
    person["children"]["children"].append({"code": "CD"})
    found = refilled(Record.model_validate(person), before, after)
    assert found.harm.what == "seriously_harmed"
    assert (found.abuse.known, found.abuse.basis) == ("no_sign", "Typed")
    assert [(each.code, each.age) for each in found.children.children] == [("AB", "unborn"), ("CD", None)]


def test_what_a_person_emptied_stays_empty() -> None:
    before = check()
    emptied = before.having("parallel", type(before.parallel)())
    assert refilled(emptied, before, before).parallel.processes == ()


def test_a_check_that_says_the_same_changes_nothing() -> None:
    assert refilled(check(), check(), check()) == check()
