"""Applying the retention periods of the settings. The law sets none: they are the organisation's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Table, delete, or_, select
from sqlalchemy.orm import Session

from bot.channels.teams.tables import TeamsChat, TeamsLead
from bot.dialogue.tables import ConversationRow, DialogueState
from bot.housekeeping.deletion import Deletion
from bot.housekeeping.failures import counted
from bot.outbox.item import Item
from bot.referrals.access.lead_session import LeadSession
from bot.referrals.access.request_link import SignInLink
from bot.referrals.erasing import due_for_erasing, erase
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED
from bot.settings import Settings
from bot.storage.base import Base, now
from bot.storage.database import Sessions
from bot.storage.hanging import delete_with_hanging

AT_ONCE = 100
"""Rows a transaction, so that nobody waits long for it."""
QUEUE_DAYS, TEAMS_CHAT_DAYS = 1, 30
"""How long it is known that a message of Teams was taken, and, after the last one, where a chat is reached (a lead's:
while linked). Not settings: what they keep is the service's own.
"""

NEVER = datetime.min.replace(tzinfo=UTC)
Rule = Callable[[Sessions, datetime], int]


class RetentionFailed(RuntimeError):
    """Some of what was due could not be deleted; the message names the kinds. The rest was deleted."""


def apply_retention(sessions: Sessions, settings: Settings, at: datetime) -> dict[str, int]:
    """Delete what is due, a batch a transaction; returns how many of each kind. What it deleted is recorded.

    It can be stopped at any time: the next run goes on. A kind that fails stops no other; RetentionFailed is raised at
    the end.
    """
    deleted: dict[str, int] = {}
    for kind, days, rule in _rules(settings):
        with counted(kind):
            number = rule(sessions, at - timedelta(days=days))
            if number:
                with sessions.begin() as session:
                    session.add(Deletion(at=at, kind=kind, days=days, deleted=number))
            deleted[kind] = number
    failed = [kind for kind, _, _ in _rules(settings) if kind not in deleted]
    if failed:
        raise RetentionFailed(f"not deleted: {', '.join(failed)}")
    return deleted


def _rules(settings: Settings) -> list[tuple[str, int, Rule]]:
    return [
        ("undecided_drafts", settings.retain_undecided_days, _undecided),
        ("decided_records", settings.retain_decided_days, _decided),
        ("conversations", settings.retain_conversation_days, _batches(_conversations)),
        ("sign_in_links", settings.retain_sign_in_days, _batches(_links)),
        ("sessions", settings.retain_sign_in_days, _batches(_lead_sessions)),
        ("notices", settings.retain_notice_days, _batches(_notices)),
        ("messages", QUEUE_DAYS, _batches(_messages)),
        ("teams_chats", TEAMS_CHAT_DAYS, _batches(_teams_chats)),
    ]


def _batches(rule: Callable[[Session, datetime], int]) -> Rule:
    """Run it until there is nothing left, each time in a transaction of its own."""

    def run(sessions: Sessions, before: datetime) -> int:
        deleted = 0
        while True:
            with sessions.begin() as session:
                done = rule(session, before)
            if not done:
                return deleted
            deleted += done

    return run


def _undecided(sessions: Sessions, before: datetime) -> int:
    with sessions() as session:
        return _erase(sessions, due_for_erasing(session, before, NEVER))


def _decided(sessions: Sessions, before: datetime) -> int:
    with sessions() as session:
        return _erase(sessions, due_for_erasing(session, NEVER, before))


def _erase(sessions: Sessions, numbers: Sequence[int]) -> int:
    """Each in a transaction of its own: one that fails stops no other."""
    failures: list[Exception] = []
    for number in numbers:
        try:
            with sessions.begin() as session:
                erase(session, session.get_one(Referral, number), now())
        except Exception as error:
            failures.append(error)
    if failures:
        raise failures[0]
    return len(numbers)


def _conversations(session: Session, before: datetime) -> int:
    """Those that ended before, but for those whose draft still waits for a decision."""
    waits = select(Referral.conversation_id).where(Referral.erased_at.is_(None), Referral.status.not_in(DECIDED))
    due = select(ConversationRow.id).where(ConversationRow.expires_at < before, ConversationRow.id.not_in(waits))
    ids = session.scalars(due.limit(AT_ONCE)).all()
    for number in ids:
        session.execute(delete(DialogueState).where(DialogueState.sender_id.startswith(f"{number}.", autoescape=True)))
    delete_with_hanging(session, _table(ConversationRow), ids)
    return len(ids)


def _links(session: Session, before: datetime) -> int:
    ids = session.scalars(select(SignInLink.id).where(SignInLink.expires_at < before).limit(AT_ONCE)).all()
    delete_with_hanging(session, _table(SignInLink), ids)
    return len(ids)


def _lead_sessions(session: Session, before: datetime) -> int:
    over = or_(LeadSession.expires_at < before, LeadSession.ended_at < before)
    ids = session.scalars(select(LeadSession.id).where(over).limit(AT_ONCE)).all()
    delete_with_hanging(session, _table(LeadSession), ids)
    return len(ids)


def _notices(session: Session, before: datetime) -> int:
    """Those that were sent or given up; one that still waits is kept."""
    return _delete_items(session, Item.referral_id.is_not(None), or_(Item.done_at < before, Item.given_up_at < before))


def _messages(session: Session, before: datetime) -> int:
    """Of the rest of the outbox what is settled, and what nothing is there for any more."""
    over = or_(Item.done_at < before, Item.given_up_at < before, Item.ends_at < before)
    return _delete_items(session, Item.referral_id.is_(None), over)


def _delete_items(session: Session, *which: ColumnElement[bool]) -> int:
    ids = session.scalars(select(Item.id).where(*which).limit(AT_ONCE)).all()
    delete_with_hanging(session, _table(Item), ids)
    return len(ids)


def _teams_chats(session: Session, before: datetime) -> int:
    leads = select(TeamsLead.chat_key).where(TeamsLead.chat_key.is_not(None))
    old = select(TeamsChat.key).where(TeamsChat.seen_at < before, TeamsChat.key.not_in(leads))
    keys = session.scalars(old.limit(AT_ONCE)).all()
    session.execute(delete(TeamsChat).where(TeamsChat.key.in_(keys)))
    return len(keys)


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
