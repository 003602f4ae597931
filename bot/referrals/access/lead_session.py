"""A lead's signed-in sessions: eight hours, ended one at a time or all at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.referrals.access.token import hashed, make_token
from bot.referrals.lead import Lead
from bot.storage.base import Base

SESSION_LASTS = timedelta(hours=8)


class LeadSession(Base):
    """One signed-in browser."""

    __tablename__ = "lead_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


def open_session(session: Session, lead: Lead, now: datetime) -> str:
    """Sign the lead in; returns the token for the browser's cookie."""
    token = make_token()
    opened = LeadSession(lead_id=lead.id, token_hash=hashed(token), made_at=now, expires_at=now + SESSION_LASTS)
    session.add(opened)
    session.flush()
    return token


def signed_in_lead(session: Session, token: str, now: datetime) -> Lead | None:
    """The active lead whose running session this token is; None when it is over, ended or unknown."""
    running = (
        LeadSession.token_hash == hashed(token),
        LeadSession.ended_at.is_(None),
        LeadSession.expires_at > now,
    )
    asked = select(Lead).join(LeadSession, LeadSession.lead_id == Lead.id).where(*running, Lead.active)
    return session.scalar(asked)


def end_session(session: Session, token: str, now: datetime) -> None:
    """Sign out of one browser."""
    _end(session, LeadSession.token_hash == hashed(token), now)


def end_all_sessions(session: Session, lead: Lead, now: datetime) -> None:
    """Sign out everywhere."""
    _end(session, LeadSession.lead_id == lead.id, now)


def _end(session: Session, which: ColumnElement[bool], now: datetime) -> None:
    session.execute(update(LeadSession).where(which, LeadSession.ended_at.is_(None)).values(ended_at=now))
