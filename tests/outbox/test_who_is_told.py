"""Leads are told of what they must act on, with the event that it is about or not at all."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.outbox.item import Item
from bot.outbox.way import GiveUp
from bot.outbox.worker import Worker
from bot.referrals.decisions import decide
from bot.referrals.drafts import make_draft
from bot.referrals.holding import claim, hand_over, note_opening, take_over
from bot.referrals.lead import Lead, find_lead
from bot.referrals.leaving import OPERATOR, end_lead
from bot.referrals.notices import Kind, pass_on
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


def test_whose_draft_is_taken_over_is_told(database: Sessions, held: str, deliver: Any, way: Kept) -> None:
    with database.begin() as session:
        kit = find_lead(session, "kit@example.org")
        assert kit is not None
        take_over(session, find(session, held), kit, "Sam is ill today")
    deliver()
    assert told(way) == [("sam", Kind.TAKEN_OVER)]


def test_what_a_lead_who_leaves_gives_back_is_told_to_the_others(
    database: Sessions, held: str, deliver: Any, way: Kept
) -> None:
    with database.begin() as session:
        sam = find_lead(session, "sam@example.org")
        assert sam is not None
        end_lead(session, sam, OPERATOR, now())
    deliver()
    assert told(way) == [("kit", Kind.GIVEN_BACK)]


def test_a_claim_that_sleeps_is_told_to_everybody_who_may_take_it_over(
    database: Sessions, held: str, deliver: Any, way: Kept
) -> None:
    waits = timedelta(hours=24), timedelta(hours=2)
    at = now() + timedelta(hours=3)
    with database.begin() as session:
        [number] = unclaimed(session, at, *waits)
        assert escalate(session, number, at, *waits)
    deliver()
    assert told(way) == [("kit", Kind.HOLDER_SLEEPS), ("sam", Kind.HOLDER_SLEEPS)]


def test_a_notice_that_cannot_be_delivered_goes_to_the_next_lead(
    database: Sessions, draft: Any, held: str, way: Kept
) -> None:
    dead = Kept(database, "dead")
    dead.down = GiveUp("no such mailbox")
    draft(own_words="More.")
    worker = Worker(database, [dead], pass_on)
    asyncio.run(worker.deliver_due())
    with database() as session:
        asked = select(Item).where(Item.kind == Kind.MORE_INFORMATION).order_by(Item.id)
        first, following = session.scalars(asked)
        names = [session.get_one(Lead, each.lead_id).name for each in (first, following)]
    assert (names, first.given_up_at is not None) == (["sam", "kit"], True)
    dead.down = None
    asyncio.run(worker.deliver_due())
    assert told(dead) == [("kit", Kind.MORE_INFORMATION)]


def test_what_another_way_delivers_is_not_passed_on(database: Sessions, draft: Any, held: str, way: Kept) -> None:
    dead = Kept(database, "dead")
    dead.down = GiveUp("no such mailbox")
    draft(own_words="More.")
    asyncio.run(Worker(database, [dead, way], pass_on).deliver_due())
    assert told(way) == [("sam", Kind.MORE_INFORMATION)]
    with database() as session:
        assert {item.lead_id for item in session.scalars(select(Item).where(Item.kind == Kind.MORE_INFORMATION))} == {1}
