"""The one door through which events are written, and the way to read them back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.referrals.audit import written_digest
from bot.referrals.chain import BEFORE_THE_FIRST, Link, canonical, commit_to, hash_of, make_salt
from bot.referrals.event import BY_ITSELF, WRITES, EventContent, Happened, ReferralEvent
from bot.referrals.lead import Lead
from bot.referrals.referral import Referral
from bot.referrals.state import State, after
from bot.referrals.telling import tell
from bot.storage.base import now

PRACTITIONER = "practitioner"


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

    The caller holds the row (`hold_row`) or has just made it, and has changed first what an event of WRITES says
    was changed. `data` must be fit for JSON (else TypeError). Whoever must be told is (telling.py).
    """
    content = dict(data or {}) | ({"content": written_digest(session, referral)} if happened in WRITES else {})
    event = _link(session, referral, happened, actor, content, at or now())
    state = after(State(referral.status, referral.claimed_by, referral.escalations), event)
    if referral.claimed_by != state.holder:
        session.expire(referral, ["holder"])
    referral.status, referral.claimed_by, referral.escalations = state.status, state.holder, state.escalations
    referral.last_event = event.n
    if happened not in BY_ITSELF:
        referral.updated_at = event.at
    session.add(event)
    session.flush()
    tell(session, referral, event)
    return event


def events_of(session: Session, referral: Referral) -> list[ReferralEvent]:
    """The referral's events, oldest first."""
    asked = select(ReferralEvent).where(ReferralEvent.referral_id == referral.id).order_by(ReferralEvent.n)
    return list(session.scalars(asked))


def last_written(events: list[ReferralEvent]) -> int:
    """The number of the event that last changed what the draft says."""
    return max((e.n for e in events if e.type in WRITES), default=0)


def head_of(session: Session, referral: Referral) -> str:
    """The hash of the newest event, which stands for the whole history: documents carry it (chain.py)."""
    newest = select(ReferralEvent.hash).where(
        ReferralEvent.referral_id == referral.id, ReferralEvent.n == referral.last_event
    )
    return session.scalar(newest) or BEFORE_THE_FIRST


def _link(
    session: Session, referral: Referral, happened: Happened, actor: str, content: dict[str, Any], at: datetime
) -> ReferralEvent:
    salt, content = make_salt(), json.loads(canonical(content))
    commitment, previous, n = commit_to(salt, content), head_of(session, referral), referral.last_event + 1
    return ReferralEvent(
        referral_id=referral.id,
        n=n,
        type=happened.value,
        actor=actor,
        at=at,
        commitment=commitment,
        previous=previous,
        hash=hash_of(Link(referral.reference, n, happened.value, actor, at, commitment, previous)),
        content=EventContent(salt=salt, data=content),
    )
