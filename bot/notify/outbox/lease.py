"""Taking notices that are due, for a while, and saying what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.notify.outbox.backoff import GIVE_UP_AFTER, wait_after
from bot.notify.outbox.notice import Notice

LEASE = timedelta(minutes=2)
"""Longer than any backend takes for one message; after it, a worker that died has lost its hold."""


def lease(session: Session, names: Sequence[str], holder: str, now: datetime, most: int = 1) -> list[Notice]:
    """Notices due for these backends, now held by `holder`; no other worker gets them while the lease lasts.

    One statement. PostgreSQL passes over rows that another worker is just taking; SQLite lets one writer in at
    a time, and the statement begins as a writer.
    """
    due = select(Notice.id).where(Notice.due_at <= now, Notice.backend.in_(names)).order_by(Notice.due_at, Notice.id)
    if session.scalar(due.limit(1)) is None:
        return []  # nobody waits for a writer that has nothing to write
    taken = (
        update(Notice)
        .where(Notice.id.in_(due.limit(most).with_for_update(skip_locked=True)))
        .values(due_at=now + LEASE, lease=holder, attempts=Notice.attempts + 1)
        .returning(Notice)
    )
    return list(session.scalars(taken, execution_options={"synchronize_session": False}))


def sent(session: Session, notice: Notice, holder: str, now: datetime) -> bool:
    """Record that it was sent; whether `holder` still held it."""
    return _settle(session, notice, holder, sent_at=now, due_at=None)


def failed(session: Session, notice: Notice, holder: str, now: datetime) -> bool:
    """Have it tried again later, or give it up when it is too old; whether it was given up."""
    if now - notice.made_at >= GIVE_UP_AFTER:
        return _settle(session, notice, holder, given_up_at=now, due_at=None)
    _settle(session, notice, holder, due_at=now + wait_after(notice.attempts))
    return False


def _settle(session: Session, notice: Notice, holder: str, **values: datetime | None) -> bool:
    held = (Notice.id == notice.id, Notice.lease == holder)
    done = session.execute(
        update(Notice).where(*held).values(lease=None, **values).returning(Notice.id),
        execution_options={"synchronize_session": False},
    )
    return done.first() is not None
