"""Leads are told of what they must act on, with the event that it is about or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.outbox.item import Item
from bot.referrals.decisions import decide
from bot.referrals.drafts import make_draft
from bot.referrals.holding import claim, hand_over, note_opening
from bot.referrals.lead import find_lead
from bot.referrals.notices import Kind
from bot.referrals.reminding import escalate, unclaimed
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.outbox.conftest import ASSESSMENT, Kept, find


def told(way: Kept) -> list[tuple[str, Kind]]:
    """Who was told what since the last time."""
    found = sorted((message.email.partition("@")[0], message.kind) for message in way.messages)
    way.messages.clear()
    return found


def test_a_new_draft_is_told_to_every_lead_who_may_see_it(draft: Any, deliver: Any, way: Kept) -> None:
    reference = draft()
    assert deliver() == 2
    message = way.messages[0]
    assert (message.reference, message.urgent) == (reference, True)
    assert told(way) == [("kit", Kind.NEW_DRAFT), ("sam", Kind.NEW_DRAFT)]
    assert deliver() == 0


def test_a_draft_that_is_not_stored_is_told_to_nobody(database: Sessions, draft: Any, deliver: Any) -> None:
    with database() as session:
        make_draft(session, conversation_id="c1", area="walsall", facts={}, assessment=ASSESSMENT, own_words="")
        session.rollback()
    assert deliver() == 0


def test_a_draft_still_being_written_is_told_to_nobody(draft: Any, deliver: Any) -> None:
    draft(before_lead=False)
    assert deliver() == 0


def test_a_lead_who_may_no_longer_sign_in_is_not_told(database: Sessions, draft: Any, deliver: Any, way: Kept) -> None:
    draft()
    with database.begin() as session:
        lead = find_lead(session, "sam@example.org")
        assert lead is not None
        lead.active = False
    assert deliver() == 1
    assert told(way) == [("kit", Kind.NEW_DRAFT)]


@pytest.fixture
def held(database: Sessions, draft: Any, deliver: Any, way: Kept) -> str:
    """A draft that Sam has read and holds."""
    reference: str = draft()
    with database.begin() as session:
        lead, referral = find_lead(session, "sam@example.org"), find(session, reference)
        assert lead is not None
        note_opening(session, referral, lead)
        claim(session, referral, lead)
    deliver()
    way.messages.clear()
    return reference


def test_what_is_written_after_a_lead_read_it_is_told_once_until_they_read_again(
    database: Sessions, held: str, draft: Any, deliver: Any, way: Kept
) -> None:
    for words in ("More.", "And more."):
        draft(own_words=words)
        deliver()
    assert told(way) == [("sam", Kind.MORE_INFORMATION)]
    with database.begin() as session:
        lead = find_lead(session, "sam@example.org")
        assert lead is not None
        note_opening(session, find(session, held), lead)
    draft(own_words="Once more.")
    deliver()
    assert told(way) == [("sam", Kind.MORE_INFORMATION)]


def test_the_answer_to_a_question_is_told_to_whoever_asked(
    database: Sessions, held: str, draft: Any, deliver: Any, way: Kept
) -> None:
    with database.begin() as session:
        lead = find_lead(session, "sam@example.org")
        assert lead is not None
        decide(session, find(session, held), lead, "needs_information", "How old?")
    assert deliver() == 0
    draft(facts={"outcome": "died", "age_group": "under_18"})
    assert deliver() == 1
    assert told(way) == [("sam", Kind.MORE_INFORMATION)]


def test_whoever_is_handed_a_draft_is_told(database: Sessions, held: str, deliver: Any, way: Kept) -> None:
    with database.begin() as session:
        sam, kit = (find_lead(session, f"{name}@example.org") for name in ("sam", "kit"))
        assert sam is not None and kit is not None
        hand_over(session, find(session, held), sam, kit)
    deliver()
    assert told(way) == [("kit", Kind.HANDED_OVER)]


def test_a_deputy_is_told_only_when_nobody_takes_it_on(database: Sessions, draft: Any, deliver: Any, way: Kept) -> None:
    with database.begin() as session:
        sam, jo = (find_lead(session, f"{name}@example.org") for name in ("sam", "jo"))
        assert sam is not None and jo is not None
        jo.deputy_for.append(sam)
    draft()
    deliver()
    assert told(way) == [("kit", Kind.NEW_DRAFT), ("sam", Kind.NEW_DRAFT)]
    with database.begin() as session:
        waits = timedelta(hours=24), timedelta(hours=2)
        [number] = unclaimed(session, now() + timedelta(hours=3), *waits)
        assert escalate(session, number, now() + timedelta(hours=3), *waits)
        session.execute(update(Item).values(due_at=now()).where(Item.done_at.is_(None)))
    deliver()
    assert told(way) == [("jo", Kind.NOBODY_CLAIMED)]
