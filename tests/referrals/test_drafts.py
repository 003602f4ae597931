"""A case of a conversation has one draft, which follows the conversation until a lead decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.referrals import drafts
from bot.referrals.decisions import decide
from bot.referrals.drafts import put_before_lead
from bot.referrals.event import EventsAreKept
from bot.referrals.find import find_draft
from bot.referrals.history import events_of, last_written
from bot.referrals.lead import Lead
from bot.referrals.problems import AlreadyDecided
from bot.referrals.referral import Referral
from bot.referrals.status import Status

pytestmark = pytest.mark.both


def kinds(session: Session, referral: Referral) -> list[str]:
    return [event.type for event in events_of(session, referral)]


def test_a_draft_holds_what_was_told_what_is_unknown_and_the_guidance_behind_it(draft: Any) -> None:
    made = draft(
        facts={
            "harm_kinds": {"development"},
            "la_aware_on": date(2026, 11, 20),
            "place": None,
            "setting": "unknown",
        }
    )
    assert made.facts == {
        "told": {"harm_kinds": ["development"], "la_aware_on": "2026-11-20"},
        "unknown": ["place", "setting"],
    }
    assert (made.pack_id, made.pack_version) == ("walsall", "2026.1+2026.2")
    assert {"rule": "R10", "outcome": "la_notify_panel", "status": "applies"} in made.rules
    assert made.next_due == date(2026, 11, 27)


def test_the_next_date_is_the_earliest_that_is_owed_and_not_met(draft: Any, assessment: dict[str, Any]) -> None:
    dates = [
        {"id": "looked_after_death", "due": "2026-11-25", "status": "possible"},
        {"id": "notify_panel", "due": "2026-11-27", "status": "applies"},
        {"id": "rapid_review", "due": "2026-12-18", "status": "applies"},
    ]
    found = assessment | {"deadlines": dates}
    assert draft(assessment=found).next_due == date(2026, 11, 27)
    assert draft(assessment=found, facts={"notified_on": "2026-11-26"}).next_due == date(2026, 12, 18)
    assert draft(assessment=assessment | {"deadlines": dates[:1]}).next_due == date(2026, 11, 25)


def test_none_of_these_is_told_not_unknown(draft: Any) -> None:
    assert draft(facts={"features": []}).facts == {"told": {"features": []}, "unknown": []}


def test_a_draft_is_urgent_when_danger_applies_or_is_not_ruled_out(draft: Any, assessment: dict[str, Any]) -> None:
    assert draft(conversation_id="possible").urgent
    calm = assessment | {"outcomes": assessment["outcomes"][1:]}
    assert not draft(conversation_id="ruled out", assessment=calm).urgent


def test_a_new_draft_goes_before_the_lead(session: Session, draft: Any) -> None:
    made = draft()
    assert made.status is Status.WITH_LEAD
    assert kinds(session, made) == ["DraftMade", "PutBeforeLead"]


def test_a_draft_can_wait_until_the_practitioner_puts_it_before_the_lead(session: Session, draft: Any) -> None:
    made = draft(before_lead=False)
    before = made.status
    put_before_lead(session, made)
    put_before_lead(session, made)
    assert (before, made.status) == (Status.DRAFT, Status.WITH_LEAD)
    assert kinds(session, made) == ["DraftMade", "PutBeforeLead"]


def test_the_same_case_again_changes_nothing(session: Session, draft: Any) -> None:
    first, second = draft(), draft()
    assert first is second
    assert kinds(session, first) == ["DraftMade", "PutBeforeLead"]


def test_new_answers_update_the_same_draft(session: Session, draft: Any) -> None:
    made = draft()
    again = draft(facts={"age_group": "unborn"}, organisation="A school")
    assert again.reference == made.reference
    assert again.facts["told"] == {"age_group": "unborn"}
    event = events_of(session, again)[-1]
    assert (event.type, event.data["changed"]) == ("DraftUpdated", ["facts", "organisation"])
    assert last_written(events_of(session, again)) == event.n


def test_another_case_of_the_same_conversation_has_a_draft_of_its_own(session: Session, draft: Any) -> None:
    assert draft().reference != draft(case_number=2).reference
    assert session.scalar(select(func.count()).select_from(Referral)) == 2


def test_new_answers_bring_a_draft_that_waited_for_information_back_to_the_lead(
    session: Session, draft: Any, lead: Lead
) -> None:
    made = draft()
    decide(session, made, lead, "needs_information", "How old was the child?")
    draft(facts={"age_group": "under_18"})
    assert made.status is Status.WITH_LEAD
    assert kinds(session, made)[-2:] == ["DraftUpdated", "PutBeforeLead"]


def test_a_decided_draft_no_longer_changes(session: Session, draft: Any, lead: Lead) -> None:
    made = draft()
    decide(session, made, lead, "not_referred", "It was not a child.")
    with pytest.raises(AlreadyDecided):
        draft(own_words="Something else")
    assert made.own_words.startswith("A two-year-old")


def test_a_draft_is_found_by_its_reference_however_typed(session: Session, draft: Any) -> None:
    made = draft()
    assert find_draft(session, made.reference.lower().replace("-", " ")) is made
    assert find_draft(session, "nonsense") is None


def test_a_reference_that_is_taken_is_drawn_again(
    session: Session, draft: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = draft().reference
    fresh = "CSPR-0000-0000"
    drawn = iter([taken, taken, fresh])
    monkeypatch.setattr(drafts, "make_reference", lambda: next(drawn))
    assert draft(conversation_id="c2").reference == fresh


def test_what_the_caller_rolls_back_never_happened(database: Any, draft: Any, session: Session) -> None:
    draft()
    session.rollback()
    with database() as other:
        assert other.scalar(select(func.count()).select_from(Referral)) == 0


def test_an_event_can_be_neither_changed_nor_deleted(session: Session, draft: Any) -> None:
    event = events_of(session, draft())[0]
    event.actor = "somebody else"
    with pytest.raises(EventsAreKept):
        session.flush()
    session.rollback()
    session.delete(events_of(session, draft())[0])
    with pytest.raises(EventsAreKept):
        session.flush()
