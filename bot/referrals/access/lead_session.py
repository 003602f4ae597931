"""A lead's signed-in sessions: eight hours, less when idle; bound to a browser; ended one at a time or all at once."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.referrals.access.token import hashed, make_token
from bot.referrals.lead import Lead
from bot.storage.base import Base

SESSION_LASTS = timedelta(hours=8)
IDLE = timedelta(hours=1)
SEEN_AGAIN = timedelta(minutes=1)
"""How stale `seen_at` may grow: a page costs a write once a minute, not at every request."""


class LeadSession(Base):
    """One signed-in browser. `browser_hash` is of what it calls itself: a cookie carried elsewhere opens nothing."""

    __tablename__ = "lead_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    browser_hash: Mapped[str] = mapped_column(String(64))
    ended_at: Mapped[datetime | None]


def open_session(session: Session, lead: Lead, now: datetime, *, browser: str = "") -> str:
    """Sign the lead in from this browser (its User-Agent); returns the token for the browser's cookie."""
    token = make_token()
    opened = LeadSession(
        lead_id=lead.id,
        token_hash=hashed(token),
        made_at=now,
        seen_at=now,
        expires_at=now + SESSION_LASTS,
        browser_hash=hashed(browser),
    )
    session.add(opened)
    session.flush()
    return token


def signed_in_lead(
    session: Session, token: str, now: datetime, *, browser: str = "", idle: timedelta = IDLE
) -> Lead | None:
    """The active lead whose running session this token is, in this browser; None when it is over, idle for longer than
    `idle`, ended, of another browser, or unknown. Notes that the session was used."""
    opened = session.scalar(select(LeadSession).where(LeadSession.token_hash == hashed(token)))
    if opened is None or opened.ended_at is not None or opened.expires_at <= now or opened.seen_at + idle <= now:
        return None
    if not hmac.compare_digest(opened.browser_hash, hashed(browser)):
        return None
    if opened.seen_at + SEEN_AGAIN <= now:
        opened.seen_at = now
    lead = session.get(Lead, opened.lead_id)
    return lead if lead is not None and lead.active else None


def end_session(session: Session, token: str, now: datetime) -> None:
    """Sign out of one browser."""
    _end(session, LeadSession.token_hash == hashed(token), now)


def end_all_sessions(session: Session, lead: Lead, now: datetime) -> None:
    """Sign out everywhere."""
    _end(session, LeadSession.lead_id == lead.id, now)


def _end(session: Session, which: ColumnElement[bool], now: datetime) -> None:
    session.execute(update(LeadSession).where(which, LeadSession.ended_at.is_(None)).values(ended_at=now))
