"""A lead decides once, with a reason, on what they have read."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.audit import verify_all
from bot.referrals.decisions import decide, reopen
from bot.referrals.history import PRACTITIONER, events_of, last_written
from bot.referrals.holding import claim
from bot.referrals.lead import Lead
from bot.referrals.problems import (
    AlreadyDecided,
    ChangedMeanwhile,
    DecisionIncomplete,
    HeldByAnother,
    NotDecided,
    NoteRefused,
    NotWithLead,
    RecordIncomplete,
)
from bot.referrals.record.store import save_record
from bot.referrals.status import Decision, Status
from tests.filled_record import filled_record

RESULTS = [
    (Decision.REFER, Status.SENT),
    (Decision.NOT_REFERRED, Status.NOT_REFERRED),
    (Decision.NEEDS_INFORMATION, Status.NEEDS_INFORMATION),
    (Decision.OTHER_ROUTE, Status.SENT),
]


@pytest.mark.parametrize(("decision", "status"), RESULTS)
def test_each_decision_leads_to_its_status(
    session: Session, draft: Any, lead: Lead, decision: Decision, status: Status
) -> None:
    referral = draft(whole=True)
    decide(session, referral, lead, decision, " Because of this. ", route="LADO")
    event = events_of(session, referral)[-1]
    assert referral.status is status
    assert event.data["reason"] == "Because of this."
    assert event.data.get("route") == ("LADO" if decision is Decision.OTHER_ROUTE else None)
    assert (event.actor, referral.holder) == (f"lead:{lead.id}", lead)


@pytest.mark.parametrize("decision", list(Decision))
@pytest.mark.parametrize("reason", ["", "  \n "])
def test_no_decision_is_recorded_without_a_reason(
    session: Session, draft: Any, lead: Lead, decision: Decision, reason: str
) -> None:
    referral = draft()
    before = referral.last_event
    with pytest.raises(DecisionIncomplete) as refused:
        decide(session, referral, lead, decision, reason, route="LADO")
    assert list(refused.value.faults) == ["reason"]
    assert (referral.status, referral.last_event) == (Status.WITH_LEAD, before)


@pytest.mark.parametrize(
    ("decision", "reason", "route", "field"),
    [
        ("", "Because", "", "decision"),
        ("send_it", "Because", "", "decision"),
        ("other_route", "Because", " ", "route"),
        ("other_route", "Because", "x" * 201, "route"),
        ("refer", "x" * 2001, "", "reason"),
    ],
)
def test_an_incomplete_decision_names_its_field(
    session: Session, draft: Any, lead: Lead, decision: str, reason: str, route: str, field: str
) -> None:
    with pytest.raises(DecisionIncomplete) as refused:
        decide(session, draft(), lead, decision, reason, route=route)
    assert list(refused.value.faults) == [field]


@pytest.mark.parametrize("first", [Decision.REFER, Decision.NOT_REFERRED, Decision.OTHER_ROUTE])
@pytest.mark.parametrize("second", list(Decision))
def test_a_decision_is_taken_once(session: Session, draft: Any, lead: Lead, first: Decision, second: Decision) -> None:
    referral = draft(whole=True)
    decide(session, referral, lead, first, "Because it is so", route="LADO")
    status, events = referral.status, referral.last_event
    with pytest.raises(AlreadyDecided):
        decide(session, referral, lead, second, "Changed my mind", route="LADO")
    assert (referral.status, referral.last_event) == (status, events)


def test_a_lead_who_asked_for_information_can_decide_after(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft(whole=True)
    decide(session, referral, lead, "needs_information", "How old?")
    with pytest.raises(AlreadyDecided, match="waiting"):
        decide(session, referral, lead, "needs_information", "And where?")
    decide(session, referral, lead, "refer", "Answered by telephone.")
    assert referral.status is Status.SENT


def test_a_draft_held_by_another_is_not_decided(session: Session, draft: Any, lead: Lead, other_lead: Lead) -> None:
    referral = draft()
    claim(session, referral, lead)
    with pytest.raises(HeldByAnother, match="Sam Lee"):
        decide(session, referral, other_lead, "refer", "Because")
    assert referral.status is Status.WITH_LEAD


def test_a_draft_that_changed_after_it_was_read_is_not_decided(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    read = last_written(events_of(session, referral))
    draft(own_words="There is another child.")
    with pytest.raises(ChangedMeanwhile):
        decide(session, referral, lead, "not_referred", "One child only", as_written=read)
    assert (referral.status, referral.claimed_by) == (Status.WITH_LEAD, None)


def test_a_draft_still_being_written_is_not_decided(session: Session, draft: Any, lead: Lead) -> None:
    with pytest.raises(NotWithLead):
        decide(session, draft(before_lead=False), lead, "refer", "Because")


def test_a_record_that_lacks_an_answer_is_not_sent_and_says_which(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    with pytest.raises(RecordIncomplete) as refused:
        decide(session, referral, lead, "refer", "Because")
    assert ("referrer", "role") in [(each.section, each.field) for each in refused.value.missing]
    assert (referral.status, referral.claimed_by) == (Status.WITH_LEAD, None)


def test_a_lead_may_refer_with_gaps_and_what_is_missing_is_kept(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    decide(session, referral, lead, "refer", "It cannot wait", with_gaps=True)
    assert referral.status is Status.SENT
    [decided] = [each for each in events_of(session, referral) if each.type == "DecisionTaken"]
    assert "You and your organisation: Your role" in decided.data["gaps"]


def test_a_whole_record_is_sent_without_gaps(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    save_record(session, referral, filled_record(), PRACTITIONER)
    decide(session, referral, lead, "refer", "Because", with_gaps=True)
    [decided] = [each for each in events_of(session, referral) if each.type == "DecisionTaken"]
    assert "gaps" not in decided.data


@pytest.mark.parametrize(("decision", "status"), RESULTS[1:])
def test_nothing_else_waits_for_the_record(
    session: Session, draft: Any, lead: Lead, decision: Decision, status: Status
) -> None:
    referral = draft()
    decide(session, referral, lead, decision, "Because it is so", route="LADO")
    assert referral.status is status


def test_control_characters_in_a_reason_are_refused_beside_it(session: Session, draft: Any, lead: Lead) -> None:
    with pytest.raises(DecisionIncomplete) as refused:
        decide(session, draft(), lead, "not_referred", "a\x00b")
    assert "control characters" in refused.value.faults["reason"]


@pytest.mark.parametrize("reason", ["a", ".", "no", "Not met."])
def test_against_what_applies_the_reason_must_say_why(session: Session, draft: Any, lead: Lead, reason: str) -> None:
    referral = draft()
    with pytest.raises(DecisionIncomplete, match="Enter why this does not hold: "):
        decide(session, referral, lead, "not_referred", reason)
    referral.assessment = {**referral.assessment, "outcomes": []}
    decide(session, referral, lead, "not_referred", reason)


def test_a_decision_is_reopened_with_a_reason_and_taken_anew(
    session: Session, draft: Any, lead: Lead, other_lead: Lead
) -> None:
    referral = draft()
    with pytest.raises(NotDecided):
        reopen(session, referral, lead, "The mother has told more")
    decide(session, referral, lead, "not_referred", "It was another child")
    with pytest.raises(HeldByAnother):
        reopen(session, referral, other_lead, "The mother has told more")
    for thin in ("", ".", "more", "x" * 2001):
        with pytest.raises(NoteRefused):
            reopen(session, referral, lead, thin)
    reopen(session, referral, lead, "The mother has told more")
    assert (referral.status, referral.holder) == ("WITH_LEAD", lead)
    draft(own_words="The mother has told more.")
    decide(session, referral, lead, "refer", "The test is met", with_gaps=True)
    assert referral.status == "SENT"
    assert list(verify_all(session)) == [None]
