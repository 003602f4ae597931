"""One lead holds a draft at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.audit import first_broken_link
from bot.referrals.decisions import decide
from bot.referrals.history import events_of
from bot.referrals.holding import changed_since_opened, claim, hand_over, note_opening, release, take_over
from bot.referrals.lead import Lead
from bot.referrals.leaving import OPERATOR, CannotTakeOver, end_lead
from bot.referrals.permission import draft_for
from bot.referrals.problems import (
    AlreadyDecided,
    HeldByAnother,
    NoSuchLead,
    NoSuchReferral,
    NoteRefused,
    NotHeld,
)
from bot.referrals.record.store import save_record
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.filled_record import filled_record

pytestmark = pytest.mark.both


def test_a_claimed_draft_is_refused_to_a_second_lead_by_name(
    session: Session, draft: Any, lead: Lead, other_lead: Lead
) -> None:
    referral = draft()
    claim(session, referral, lead)
    with pytest.raises(HeldByAnother, match="Sam Lee"):
        claim(session, referral, other_lead)
    assert referral.holder is lead


def test_claiming_twice_is_claiming_once(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    claim(session, referral, lead)
    claim(session, referral, lead)
    assert [e.type for e in events_of(session, referral)].count("Claimed") == 1


def test_a_released_draft_is_free_for_another(session: Session, draft: Any, lead: Lead, other_lead: Lead) -> None:
    referral = draft()
    claim(session, referral, lead)
    release(session, referral, lead)
    claim(session, referral, other_lead)
    assert referral.holder is other_lead


def test_only_the_holder_gives_a_draft_back(session: Session, draft: Any, lead: Lead, other_lead: Lead) -> None:
    referral = draft()
    with pytest.raises(NotHeld):
        release(session, referral, lead)
    claim(session, referral, lead)
    with pytest.raises(NotHeld):
        release(session, referral, other_lead)


def test_a_decided_draft_is_not_given_back(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft(whole=True)
    decide(session, referral, lead, "refer", "Because")
    with pytest.raises(AlreadyDecided):
        release(session, referral, lead)


def test_opening_is_noted_once_for_each_lead_and_version(
    session: Session, draft: Any, lead: Lead, other_lead: Lead
) -> None:
    referral = draft()
    for reader in (lead, lead, other_lead):
        note_opening(session, referral, reader)
    draft(own_words="Changed")
    note_opening(session, referral, lead)
    opened = [e.actor for e in events_of(session, referral) if e.type == "Opened"]
    assert opened == [f"lead:{lead.id}", f"lead:{other_lead.id}", f"lead:{lead.id}"]


def test_of_two_leads_who_claim_at_once_one_wins_and_the_other_is_told(
    database: Sessions, session: Session, draft: Any, lead: Lead, other_lead: Lead, whole: bool
) -> None:
    references = [draft(conversation_id=f"c{n}").reference for n in range(100 if whole else 25)]
    session.commit()
    together = Barrier(2)

    def race(who: Lead, reference: str) -> str:
        with database.begin() as own:
            referral = draft_for(own, who, reference)
            together.wait(timeout=30)
            try:
                claim(own, referral, who)
            except HeldByAnother as told:
                return str(told)
            return ""

    with ThreadPoolExecutor(2) as pool:
        for reference in references:
            results = [pool.submit(race, who, reference) for who in (lead, other_lead)]
            won, told = sorted(result.result(timeout=30) for result in results)
            holder = results[0] if results[0].result() == won else results[1]
            name = lead.name if holder is results[0] else other_lead.name
            assert (won, told) == ("", f"{name} holds this draft; ask them to give it back, or take it over")


def test_the_holder_hands_over_and_nobody_else_does(
    session: Session, draft: Any, lead: Lead, other_lead: Lead, lead_elsewhere: Lead
) -> None:
    referral = draft()
    with pytest.raises(NotHeld):
        hand_over(session, referral, lead, other_lead)
    claim(session, referral, lead)
    with pytest.raises(NotHeld):
        hand_over(session, referral, other_lead, other_lead)
    with pytest.raises(NoSuchLead):
        hand_over(session, referral, lead, lead_elsewhere)
    hand_over(session, referral, lead, other_lead)
    assert referral.holder is other_lead
    event = events_of(session, referral)[-1]
    assert (event.type, event.actor, event.data) == (
        "HandedOver", f"lead:{lead.id}", {"lead": other_lead.id, "from": lead.id},
    )  # fmt: skip


def test_whoever_may_see_a_draft_takes_it_over_with_a_reason(
    session: Session, draft: Any, lead: Lead, other_lead: Lead, lead_elsewhere: Lead
) -> None:
    referral = draft()
    with pytest.raises(NotHeld):
        take_over(session, referral, lead, "Nobody holds it")
    claim(session, referral, lead)
    for thin in ("", " ", ".", "a", "ill", "x" * 501):
        with pytest.raises(NoteRefused):
            take_over(session, referral, other_lead, thin)
    with pytest.raises(NoSuchReferral):
        take_over(session, referral, lead_elsewhere, "Sam is ill")
    take_over(session, referral, other_lead, "Sam is ill")
    assert referral.holder is other_lead
    event = events_of(session, referral)[-1]
    assert (event.actor, event.data) == (
        f"lead:{other_lead.id}", {"lead": other_lead.id, "from": lead.id, "reason": "Sam is ill"},
    )  # fmt: skip
    lead_elsewhere.deputy_for.append(other_lead)
    take_over(session, referral, lead_elsewhere, "On leave until Monday")
    assert referral.holder is lead_elsewhere


def test_a_decided_draft_changes_hands_too_with_a_note(
    session: Session, draft: Any, lead: Lead, other_lead: Lead
) -> None:
    referral = draft()
    decide(session, referral, lead, "not_referred", "It was another child")
    hand_over(session, referral, lead, other_lead, "The family was told on Monday")
    assert (referral.holder, referral.status) == (other_lead, "NOT_REFERRED")
    assert events_of(session, referral)[-1].data["reason"] == "The family was told on Monday"
    take_over(session, referral, lead, "Back from leave")
    assert referral.holder is lead


@pytest.mark.parametrize("handed", [True, False])
def test_whoever_leaves_holds_nothing_any_more(
    session: Session, draft: Any, lead: Lead, other_lead: Lead, lead_elsewhere: Lead, handed: bool
) -> None:
    held, decided, free = draft(), draft(conversation_id="c2"), draft(conversation_id="c3")
    claim(session, held, lead)
    decide(session, decided, lead, "not_referred", "It was another child")
    with pytest.raises(CannotTakeOver, match=f"{held.reference}, {decided.reference}"):
        end_lead(session, lead, OPERATOR, now(), lead_elsewhere)
    assert lead.active
    gone = end_lead(session, lead, OPERATOR, now(), other_lead if handed else None)
    assert gone == [held.reference, decided.reference]
    expected = other_lead if handed else None
    assert (held.holder, decided.holder, free.holder, lead.active) == (expected, expected, None, False)
    assert events_of(session, held)[-1].actor == "operator"
    assert first_broken_link(held.reference, events_of(session, held)) is None


def test_a_lead_hears_of_what_others_wrote_since_they_looked(
    session: Session, draft: Any, lead: Lead, other_lead: Lead
) -> None:
    referral = draft()
    assert not changed_since_opened(session, referral, lead)
    note_opening(session, referral, lead)
    assert not changed_since_opened(session, referral, lead)
    save_record(session, referral, filled_record(), f"lead:{lead.id}")
    assert not changed_since_opened(session, referral, lead)
    draft(own_words="Changed")
    assert changed_since_opened(session, referral, lead)
    assert not changed_since_opened(session, referral, other_lead)
