"""One lead holds a draft at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.decisions import decide
from bot.referrals.history import events_of
from bot.referrals.holding import changed_since_opened, claim, hand_over, note_opening, release
from bot.referrals.lead import Lead
from bot.referrals.permission import draft_for
from bot.referrals.problems import AlreadyDecided, HeldByAnother, NoSuchLead, NotHeld
from bot.referrals.record.store import save_record
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


def test_a_decided_draft_is_neither_claimed_nor_released(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft(whole=True)
    decide(session, referral, lead, "refer", "Because")
    for act in (claim, release):
        with pytest.raises(AlreadyDecided):
            act(session, referral, lead)


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
            assert (won, told) == ("", f"{name} holds this draft; ask them to give it back first")


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


def test_a_deputy_takes_over_from_whom_they_stand_in_for_alone(
    session: Session, draft: Any, lead: Lead, other_lead: Lead, lead_elsewhere: Lead
) -> None:
    referral = draft()
    claim(session, referral, lead)
    lead_elsewhere.deputy_for.append(lead)
    hand_over(session, referral, lead_elsewhere, lead_elsewhere)
    assert referral.holder is lead_elsewhere
    with pytest.raises(NotHeld):
        hand_over(session, referral, other_lead, other_lead)


def test_a_decided_draft_is_not_handed_over(session: Session, draft: Any, lead: Lead, other_lead: Lead) -> None:
    referral = draft()
    decide(session, referral, lead, "not_referred", "Because")
    with pytest.raises(AlreadyDecided):
        hand_over(session, referral, lead, other_lead)


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
