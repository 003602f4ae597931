"""Deleting what a record says when its time has come. That it was deleted is an event, and the chain stays whole."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Table, delete, exists, inspect, select
from sqlalchemy.orm import Session

from bot.referrals.event import BY_ITSELF, EventContent, Happened, ReferralEvent
from bot.referrals.history import append, hold_row
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED
from bot.storage.encryption import SEALED
from bot.storage.hanging import delete_hanging

RETENTION = "retention"
"""The actor of a deletion."""


def due_for_erasing(session: Session, undecided_before: datetime, decided_before: datetime) -> list[int]:
    """The ids of the records in which nobody has done anything since: undecided ones, and decided ones."""
    found: list[int] = []
    for decided, before in ((False, undecided_before), (True, decided_before)):
        done_since = exists().where(
            ReferralEvent.referral_id == Referral.id,
            ReferralEvent.type.not_in(BY_ITSELF),
            ReferralEvent.at >= before,
        )
        status = Referral.status.in_(DECIDED) if decided else Referral.status.not_in(DECIDED)
        asked = select(Referral.id).where(Referral.erased_at.is_(None), status, ~done_since)
        found += session.scalars(asked.order_by(Referral.id))
    return found


def erase(session: Session, referral: Referral, at: datetime) -> None:
    """Record the deletion, then delete all that was told, written or decided: what is left is the reference, the
    status, the area, the guidance's version, and who did what when.
    """
    hold_row(session, referral)
    append(session, referral, Happened.CONTENT_DELETED, RETENTION, at=at)
    events = select(ReferralEvent.id).where(ReferralEvent.referral_id == referral.id)
    session.execute(delete(EventContent).where(EventContent.event_id.in_(events)))
    table = Referral.__table__
    assert isinstance(table, Table)
    delete_hanging(session, table, [referral.id], keep=["referral_event", "referral_event_content"])
    for column in inspect(Referral).columns:
        if isinstance(column.type, SEALED):
            held = getattr(referral, column.key)
            setattr(referral, column.key, None if held is None else type(held)())
    referral.organisation, referral.claimed_by, referral.next_due, referral.urgent = None, None, None, False
    referral.conversation_id = f"erased-{referral.id}"
    referral.erased_at = at
    session.flush()
