"""A field of the record that is a fact is that fact: whoever writes it, all that follows from it moves with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.guidance.load import Packs
from bot.referrals.after.recording import record_step
from bot.referrals.after.step import STEPS
from bot.referrals.audit import verify_all
from bot.referrals.decisions import decide
from bot.referrals.history import events_of
from bot.referrals.judging import Judge
from bot.referrals.lead import Lead
from bot.referrals.listing import list_drafts
from bot.referrals.problems import FactsRefused
from bot.referrals.record.prefill import PROCESSES, SAME, SAME_OF_CHILD
from bot.referrals.record.same_facts import facts_in
from bot.referrals.record.store import current_record, save_record
from bot.referrals.referral import Referral
from bot.referrals.reminding import near
from tests.conftest import TODAY

CHECKED = {
    "age_group": "under_18",
    "outcome": "died",
    "abuse_neglect": "suspected",
    "immediate_danger": "no",
    "place": "this_area",
}
WRITTEN: list[tuple[dict[str, Any], str, Any]] = [
    ({"harm": {"what": "seriously_harmed"}}, "outcome", "seriously_harmed"),
    ({"harm": {"what": "unknown"}}, "outcome", "unknown"),
    ({"abuse": {"known": "no_sign"}}, "abuse_neglect", "no_sign"),
    ({"abuse": {"suicide": "yes"}}, "suspected_suicide", "yes"),
    ({"joint_working": {"concern": "yes"}}, "agencies_together", "yes"),
    ({"notified": {"authority": "no"}}, "told_social_care", "no"),
    ({"notified": {"panel": "no"}}, "notified_on", "not_yet"),
    ({"notified": {"panel": "yes"}}, "notified_on", "unknown"),
    ({"notified": {"panel": "yes", "panel_on": "2026-11-20"}}, "notified_on", "2026-11-20"),
    ({"advice": {"consulted": "yes"}}, "told_lead", "yes"),
    ({"incident": {"known": "exact", "on": "2026-11-16"}}, "incident_on", "2026-11-16"),
    (
        {"incident": {"known": "range", "first": "2026-11-10", "last": "2026-11-16"}},
        "incident_on",
        "2026-11-10/2026-11-16",
    ),
    ({"incident": {"known": "range", "last": "2026-11-16"}}, "incident_on", "../2026-11-16"),
    ({"incident": {"known": "unknown"}}, "incident_on", "unknown"),
    ({"incident": {"referrer_aware_on": "2026-11-17"}}, "practitioner_aware_on", "2026-11-17"),
    ({"incident": {"authority_aware_on": "2026-11-18"}}, "la_aware_on", "2026-11-18"),
    ({"children": {"children": [{"age": "unborn"}]}}, "age_group", "unborn"),
    ({"children": {"children": [{"age": "18_to_24"}]}}, "age_group", "18_to_24"),
    ({"children": {"children": [{"age": "1_to_4", "setting": "residential"}]}}, "setting", "residential"),
    ({"children": {"children": [{"age": "1_to_4"}, {"legal": ["looked_after"]}]}}, "looked_after", "yes"),
    ({"children": {"children": [{"legal": ["none"]}]}}, "care_leaver", "no"),
    ({"children": {"children": [{"legal": ["unknown"]}]}}, "looked_after", "unknown"),
    ({"criteria": {"factors": ["repeat_theme"]}}, "features", ["repeat_theme"]),
    ({"criteria": {"factors": ["none"]}}, "features", []),
    ({"parallel": {"processes": ["lado", "criminal"]}}, "other_routes", ["allegation_against_worker"]),
]


@pytest.fixture
def judge(packs: Packs) -> Judge:
    return Judge(packs, TODAY)


@pytest.fixture
def checked(session: Session, draft: Any, judge: Judge) -> Referral:
    """A draft as the check makes it."""
    told = {"told": CHECKED, "unknown": []}
    made: Referral = draft(facts=CHECKED, assessment=judge.assess("walsall", told))
    return made


def known(referral: Referral) -> dict[str, Any]:
    return dict.fromkeys(referral.facts["unknown"], "unknown") | referral.facts["told"]


def write(session: Session, referral: Referral, judge: Judge, actor: str, changes: dict[str, Any]) -> None:
    record = current_record(session, referral).record
    for name, part in changes.items():
        written = record.section(name).model_dump(mode="json") | part
        record = record.having(name, type(record.section(name)).model_validate(written))
    save_record(session, referral, record, actor, judge=judge)


def test_every_fact_that_the_check_fills_in_is_written_back() -> None:
    tried = {fact for _, fact, _ in WRITTEN}
    assert tried >= {*SAME, *SAME_OF_CHILD, "looked_after", "care_leaver", "features", "other_routes", "incident_on"}
    assert set(PROCESSES) == {"allegation_against_worker", "adult_victim", "domestic_abuse_death_16_plus"}


@pytest.mark.parametrize("by_lead", [True, False])
@pytest.mark.parametrize(("changes", "fact", "value"), WRITTEN)
def test_what_is_written_in_the_record_is_the_fact_with_all_that_follows(
    session: Session, checked: Referral, judge: Judge, lead: Lead, changes: Any, fact: str, value: Any, by_lead: bool
) -> None:
    before, actor = known(checked), f"lead:{lead.id}" if by_lead else "practitioner"
    write(session, checked, judge, actor, changes)
    assert known(checked)[fact] == value
    event = events_of(session, checked)[-1]
    assert (event.actor, event.data["facts"][fact]) == (actor, [before.get(fact), value])
    expected = judge.assess("walsall", checked.facts)
    assert checked.assessment == expected
    assert [each["rule"] for each in checked.rules] == [each["rule"] for each in expected["outcomes"]]
    assert list(verify_all(session)) == [None]


def test_the_day_that_the_council_knew_starts_the_clock_whoever_enters_it(
    session: Session, checked: Referral, judge: Judge, lead: Lead, draft: Any, assessment: Any
) -> None:
    other = draft(conversation_id="c2", facts=CHECKED, assessment=checked.assessment)
    assert checked.next_due is None
    assert near(session, TODAY) == []
    assert list_drafts(session, lead) == [other, checked]
    write(session, checked, judge, "practitioner", {"incident": {"authority_aware_on": "2026-11-18"}})
    assert checked.next_due == date(2026, 11, 25)
    write(session, checked, judge, f"lead:{lead.id}", {"incident": {"authority_aware_on": "2026-11-17"}})
    assert checked.next_due == date(2026, 11, 24)
    assert near(session, TODAY) == [checked.id]
    assert list_drafts(session, lead) == [checked, other]
    write(session, checked, judge, f"lead:{lead.id}", {"notified": {"panel": "yes", "panel_on": "2026-11-20"}})
    assert checked.next_due != date(2026, 11, 24)


def test_what_a_person_wrote_stays_when_the_conversation_goes_on(
    session: Session, checked: Referral, judge: Judge, lead: Lead, draft: Any
) -> None:
    write(session, checked, judge, f"lead:{lead.id}", {"incident": {"authority_aware_on": "2026-11-17"}})
    events = checked.last_event
    told = {"told": CHECKED, "unknown": []}
    draft(facts=CHECKED, assessment=judge.assess("walsall", told))
    assert checked.last_event == events
    more = {**CHECKED, "outcome": "seriously_harmed"}
    draft(facts=more, assessment=judge.assess("walsall", {"told": more, "unknown": []}), judge=judge)
    assert known(checked) == more | {"la_aware_on": "2026-11-17"}
    assert checked.next_due == date(2026, 11, 24)
    assert events_of(session, checked)[-1].data["facts"] == {"outcome": ["died", "seriously_harmed"]}
    assert facts_in(current_record(session, checked).record)["outcome"] == "seriously_harmed"
    assert checked.assessment == judge.assess("walsall", checked.facts)
    assert list(verify_all(session)) == [None]


def test_a_conversation_that_goes_on_keeps_the_organisation_of_the_form(
    session: Session, checked: Referral, judge: Judge, draft: Any
) -> None:
    write(session, checked, judge, "practitioner", {"referrer": {"organisation": "City School"}})
    draft(facts=CHECKED, assessment=checked.assessment, own_words="More.")
    assert checked.organisation == "City School"


def test_days_that_cannot_both_be_right_are_refused_and_nothing_is_kept(
    session: Session, checked: Referral, judge: Judge
) -> None:
    write(session, checked, judge, "practitioner", {"incident": {"authority_aware_on": "2026-11-18"}})
    before = (checked.last_event, known(checked), checked.next_due)
    with pytest.raises(FactsRefused, match="must not be before the day the local authority became aware"):
        write(session, checked, judge, "practitioner", {"notified": {"panel": "yes", "panel_on": "2026-11-17"}})
    assert (checked.last_event, known(checked), checked.next_due) == before


def test_a_step_after_the_decision_stands_in_the_record_too(
    session: Session, checked: Referral, judge: Judge, lead: Lead
) -> None:
    write(session, checked, judge, "practitioner", {"children": {"children": [{"legal": ["none"]}]}})
    decide(session, checked, lead, "refer", "Because", with_gaps=True)
    aware, notified = STEPS[:2]
    for step, day in ((aware, date(2026, 11, 17)), (notified, date(2026, 11, 20))):
        record_step(session, checked, lead, step, day, judge=judge)
        if step is aware:
            assert checked.next_due == date(2026, 11, 24)
    record = current_record(session, checked).record
    assert (record.incident.authority_aware_on, record.notified.panel, record.notified.panel_on) == (
        date(2026, 11, 17), "yes", date(2026, 11, 20),
    )  # fmt: skip
    assert (known(checked)["la_aware_on"], known(checked)["notified_on"]) == ("2026-11-17", "2026-11-20")
    assert checked.next_due == date(2026, 12, 11)
    assert list(verify_all(session)) == [None]
