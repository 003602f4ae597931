"""Applying the retention periods of the settings. The law sets none: they are the organisation's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import Table, delete, or_, select
from sqlalchemy.orm import Session

from bot.dialogue.tables import ConversationRow, DialogueState
from bot.housekeeping.deletion import Deletion
from bot.notify.outbox.notice import Notice
from bot.referrals.access.lead_session import LeadSession
from bot.referrals.access.link import SignInLink
from bot.referrals.erasing import due_for_erasing, erase
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED
from bot.settings import Settings
from bot.storage.base import Base, now
from bot.storage.database import Sessions
from bot.storage.hanging import delete_with_hanging

AT_ONCE = 100
"""Rows a transaction, so that nobody waits long for it."""

NEVER = datetime.min.replace(tzinfo=UTC)
Rule = Callable[[Session, datetime], int]


def apply_retention(sessions: Sessions, settings: Settings, at: datetime) -> dict[str, int]:
    """Delete what is due, a batch a transaction; returns how many of each kind. What it deleted is recorded.

    It can be stopped at any time: the next run goes on.
    """
    deleted = {}
    for kind, days, rule in _rules(settings):
        deleted[kind] = sum(_batches(sessions, rule, at - timedelta(days=days)))
        if deleted[kind]:
            with sessions.begin() as session:
                session.add(Deletion(at=at, kind=kind, days=days, deleted=deleted[kind]))
    return deleted


def _rules(settings: Settings) -> list[tuple[str, int, Rule]]:
    return [
        ("undecided_drafts", settings.retain_undecided_days, lambda s, before: _drafts(s, undecided=before)),
        ("decided_records", settings.retain_decided_days, lambda s, before: _drafts(s, decided=before)),
        ("conversations", settings.retain_conversation_days, _conversations),
        ("sign_in_links", settings.retain_sign_in_days, _links),
        ("sessions", settings.retain_sign_in_days, _lead_sessions),
        ("notices", settings.retain_notice_days, _notices),
    ]


def _batches(sessions: Sessions, rule: Rule, before: datetime) -> Iterator[int]:
    while True:
        with sessions.begin() as session:
            done = rule(session, before)
        if not done:
            return
        yield done


def _drafts(session: Session, undecided: datetime = NEVER, decided: datetime = NEVER) -> int:
    due = due_for_erasing(session, undecided, decided)[:AT_ONCE]
    for number in due:
        erase(session, session.get_one(Referral, number), now())
    return len(due)


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
    """Those that were sent or given up; one that still waits is kept, however old."""
    settled = or_(Notice.sent_at < before, Notice.given_up_at < before)
    ids = session.scalars(select(Notice.id).where(settled).limit(AT_ONCE)).all()
    delete_with_hanging(session, _table(Notice), ids)
    return len(ids)


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
