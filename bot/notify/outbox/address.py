"""Giving new notices to every backend that reaches their lead."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.notify.outbox.backend import Backend
from bot.notify.outbox.notice import UNADDRESSED, Notice
from bot.referrals.lead import Lead

log = logging.getLogger(__name__)


def address(session: Session, backends: Sequence[Backend], now: datetime, most: int = 100) -> int:
    """Give new notices to the backends; returns how many notices that were. A lead whom none reaches, or who may
    no longer sign in, is not told, and the log counts it.
    """
    new = select(Notice).where(Notice.backend == UNADDRESSED, Notice.due_at <= now)
    found = session.scalars(new.order_by(Notice.id).limit(most).with_for_update(skip_locked=True)).all()
    for notice in found:
        lead = session.get_one(Lead, notice.lead_id)
        names = [backend.name for backend in backends if lead.active and backend.reaches(session, lead)]
        if not names:
            log.warning("no way to tell lead %s: a notice is given up", lead.id)
            notice.due_at, notice.given_up_at = None, now
            continue
        notice.backend = names[0]
        session.add_all(_copy(notice, name) for name in names[1:])
    return len(found)


def _copy(notice: Notice, backend: str) -> Notice:
    return Notice(
        key=notice.key, kind=notice.kind, referral_id=notice.referral_id, lead_id=notice.lead_id, backend=backend,
        made_at=notice.made_at, due_at=notice.due_at, attempts=0,
    )  # fmt: skip
