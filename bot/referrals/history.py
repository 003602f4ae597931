"""The one door through which events are written, and the way to read them back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.lead import Lead
from bot.referrals.referral import Referral
from bot.referrals.state import State, after
from bot.storage.base import now

PRACTITIONER = "practitioner"
WRITING = (Happened.DRAFT_MADE, Happened.DRAFT_UPDATED, Happened.RECORD_SAVED)


def lead_actor(lead: Lead) -> str:
    """How events name a lead: by number, so that a changed name needs no change of history."""
    return f"lead:{lead.id}"


def hold_row(session: Session, referral: Referral) -> None:
    """Wait for anyone else who is changing this referral, keep them out until the end, read it afresh.

    Call it before checking what is allowed. A write that changes nothing locks on SQLite and PostgreSQL.
    """
    held = update(Referral).where(Referral.id == referral.id).values(last_event=Referral.last_event)
    session.execute(held, execution_options={"synchronize_session": False})
    session.refresh(referral)


def append(
    session: Session,
    referral: Referral,
    happened: Happened,
    actor: str,
    *,
    data: Mapping[str, Any] | None = None,
    at: datetime | None = None,
) -> ReferralEvent:
    """Write the next event of the referral and bring `status`, `claimed_by` and `updated_at` up to date.

    The caller holds the row (`hold_row`) or has just made it.
    """
    event = ReferralEvent(
        referral_id=referral.id,
        n=referral.last_event + 1,
        type=happened.value,
        actor=actor,
        at=at or now(),
        data=dict(data or {}),
    )
    state = after(State(referral.status, referral.claimed_by), event)
    if referral.claimed_by != state.holder:
        session.expire(referral, ["holder"])
    referral.status, referral.claimed_by = state.status, state.holder
    referral.last_event, referral.updated_at = event.n, event.at
    session.add(event)
    session.flush()
    return event


def events_of(session: Session, referral: Referral) -> list[ReferralEvent]:
    """The referral's events, oldest first."""
    asked = select(ReferralEvent).where(ReferralEvent.referral_id == referral.id).order_by(ReferralEvent.n)
    return list(session.scalars(asked))


def last_written(events: list[ReferralEvent]) -> int:
    """The number of the event that last changed what the draft says."""
    return max((e.n for e in events if e.type in WRITING), default=0)
