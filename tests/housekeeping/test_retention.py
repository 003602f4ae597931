"""What is due is deleted, the deletion is recorded without content, and the audit chain stays whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from bot.channels import record as conversations
from bot.channels.model import Reply
from bot.channels.teams.tables import TeamsChat
from bot.cli import app
from bot.dialogue.tables import ConversationRow, DialogueState, MessageRow
from bot.housekeeping.deletion import Deletion
from bot.housekeeping.retention import apply_retention
from bot.outbox import queue
from bot.outbox.item import Item
from bot.referrals.access.lead_session import LeadSession, open_session
from bot.referrals.access.request_link import SignInLink, request_link
from bot.referrals.audit import verify_all
from bot.referrals.decisions import decide
from bot.referrals.event import EventContent, ReferralEvent
from bot.referrals.find import draft_of_case, find_draft
from bot.referrals.lead import find_lead
from bot.referrals.listing import list_drafts
from bot.referrals.record.version import RecordVersion
from bot.referrals.referral import Referral
from bot.referrals.reminding import escalate, remind
from bot.settings import Settings, load_settings
from bot.storage.base import Base
from bot.storage.database import Sessions
from tests.databases import sealing_key
from tests.housekeeping.conftest import MADE

pytestmark = pytest.mark.both

Draft = Callable[..., Referral]


def run(database: Sessions, settings: Settings, days: float) -> dict[str, int]:
    """Apply the rules so many days after MADE; only what was deleted."""
    return {kind: n for kind, n in apply_retention(database, settings, MADE + timedelta(days=days)).items() if n}


def count(database: Sessions, model: type[Base]) -> int:
    with database() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def test_a_draft_that_nobody_decided_is_deleted_after_its_period(
    database: Sessions, settings: Settings, draft: Draft
) -> None:
    made = draft()
    assert run(database, settings, 179.9) == {}
    assert run(database, settings, 180.1) == {"undecided_drafts": 1}
    assert run(database, settings, 180.2) == {}
    with database() as session:
        left = session.get_one(Referral, made.id)
        assert (left.own_words, left.facts, left.assessment, left.contact) == ("", {}, {}, {})
        assert (left.reference, left.area, left.status) == (made.reference, made.area, made.status)
        last = session.scalars(select(ReferralEvent).order_by(ReferralEvent.n.desc())).first()
        assert last is not None
        assert (last.type, last.actor) == ("ContentDeleted", "retention")
        assert list(verify_all(session)) == [None]
    assert [count(database, model) for model in (EventContent, RecordVersion, Item)] == [0, 0, 0]


def test_a_deleted_draft_is_found_by_nobody(database: Sessions, settings: Settings, draft: Draft) -> None:
    made = draft()
    run(database, settings, 181)
    with database() as session:
        lead = find_lead(session, "sam@example.org")
        assert lead is not None
        assert list_drafts(session, lead) == []
        assert find_draft(session, made.reference) is None
        assert draft_of_case(session, "c1", 1) is None


def test_a_step_sets_the_clock_back_and_a_reminder_never_does(
    database: Sessions, settings: Settings, draft: Draft
) -> None:
    made = draft()
    with database.begin() as session:
        referral = session.get_one(Referral, made.id)
        referral.next_due = (MADE + timedelta(days=100)).date()
    at = MADE + timedelta(days=100)
    with database.begin() as session:
        assert remind(session, made.id, at.date(), [0], at)
        assert escalate(session, made.id, at, timedelta(hours=1), timedelta(hours=1))
    assert run(database, settings, 181) == {"undecided_drafts": 1}
    draft(conversation_id="c2")
    draft(conversation_id="c2", own_words="More.", at=at)
    assert run(database, settings, 181) == {}
    assert run(database, settings, 281) == {"undecided_drafts": 1}


def test_a_decided_record_has_a_period_of_its_own(database: Sessions, settings: Settings, draft: Draft) -> None:
    made = draft()
    with database.begin() as session:
        lead = find_lead(session, "sam@example.org")
        assert lead is not None
        decide(session, session.get_one(Referral, made.id), lead, "not_referred", "The test is not met.", at=MADE)
    assert run(database, settings, 181) == {}
    assert run(database, settings, 731) == {"decided_records": 1}
    with database() as session:
        assert list(verify_all(session)) == [None]


def talk(database: Sessions, token: str, ended: datetime) -> str:
    """A conversation of one turn; returns its id."""
    with database.begin() as session:
        row = conversations.begin(session, token, "walsall", ended)
        session.flush()
        conversations.keep(session, row, "Words.", typed=True, replies=[Reply(text="An answer.")])
        return row.id


def test_a_conversation_is_deleted_whole_unless_its_draft_still_waits(
    database: Sessions, settings: Settings, draft: Draft
) -> None:
    gone, kept, newer = (talk(database, token, MADE + timedelta(days=d)) for token, d in (("a", 0), ("b", 0), ("c", 5)))
    draft(conversation_id=kept, at=MADE + timedelta(days=20))
    assert run(database, settings, 29) == {}
    assert run(database, settings, 31) == {"conversations": 1}
    with database() as session:
        assert set(session.scalars(select(ConversationRow.id))) == {kept, newer}
        assert set(session.scalars(select(MessageRow.conversation_id))) == {kept, newer}
        assert gone not in {state.partition(".")[0] for state in session.scalars(select(DialogueState.sender_id))}
    assert run(database, settings, 201) == {"undecided_drafts": 1, "conversations": 2}


def test_links_sessions_and_settled_notices_are_deleted(database: Sessions, settings: Settings, draft: Draft) -> None:
    draft()
    with database.begin() as session:
        lead = find_lead(session, "sam@example.org")
        assert lead is not None
        request_link(session, lead.email, MADE)
        open_session(session, lead, MADE)
        for item in session.scalars(select(Item)):
            item.done_at, item.due_at = MADE, None
    assert run(database, settings, 29) == {}
    assert run(database, settings, 61) == {"sign_in_links": 1, "sessions": 1, "notices": 1}
    assert [count(database, model) for model in (SignInLink, LeadSession, Item)] == [0, 0, 0]


def test_what_was_deleted_is_recorded_as_numbers(database: Sessions, settings: Settings) -> None:
    for token in ("a", "b"):
        talk(database, token, MADE)
    run(database, settings, 31)
    with database() as session:
        [deletion] = session.scalars(select(Deletion))
        assert (deletion.kind, deletion.days, deletion.deleted) == ("conversations", 30, 2)


def test_the_command_prints_the_counts(database: Sessions, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    talk(database, "a", datetime(2020, 1, 1, tzinfo=MADE.tzinfo))
    monkeypatch.setenv("CSPR_ENCRYPTION_KEYS", sealing_key())
    monkeypatch.setenv("CSPR_DATABASE_URL", database_url)
    load_settings.cache_clear()
    ran = CliRunner().invoke(app, ["retention", "run", "--json"])
    assert (ran.exit_code, json.loads(ran.stdout)["conversations"]) == (0, 1)
    again = CliRunner().invoke(app, ["retention", "run"])
    load_settings.cache_clear()
    assert "conversations: 0 deleted" in again.stdout


def test_what_the_outbox_is_done_with_and_chats_long_silent_are_deleted(database: Sessions, settings: Settings) -> None:
    with database.begin() as session:
        for key, seen_at in (("silent", MADE), ("lively", MADE + timedelta(days=20))):
            session.add(TeamsChat(key=key, token=None, reference={}, open_card=None, seen_at=seen_at))
        for n, settled in enumerate(({"done_at": MADE}, {"given_up_at": MADE}, {"ends_at": MADE}, {})):
            item = queue.add(session, "arrival", timedelta(days=1), way="teams_arrivals", key=str(n), lane="lively")
            item.due_at = None if "ends_at" not in settled and settled else item.due_at
            for name, moment in settled.items():
                setattr(item, name, moment)
            item.ends_at = settled.get("ends_at", MADE + timedelta(days=60))
    assert run(database, settings, 0.9) == {}
    assert run(database, settings, 1.1) == {"messages": 3}
    assert run(database, settings, 31) == {"teams_chats": 1}
    with database() as session:
        assert session.scalars(select(TeamsChat.key)).all() == ["lively"]
