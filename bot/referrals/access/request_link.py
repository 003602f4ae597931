"""Asking for a sign-in link. Nobody can tell from the outside whether an address belongs to a lead."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.referrals.access.token import hashed, make_token
from bot.referrals.lead import find_lead, plain_email
from bot.storage.base import Base

LINK_LASTS = timedelta(minutes=15)


class SignInLink(Base):
    """One request for a link.

    A request for an address that no active lead has leaves a row too, with no lead, so that it costs the same
    work and counts against the same limit; its link opens nothing. The address is kept as a hash.
    """

    __tablename__ = "sign_in_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    email_hash: Mapped[str] = mapped_column(String(64), index=True)
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("lead.id"))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]
    claimed_at: Mapped[datetime | None]


MOST_AN_HOUR = 5


def request_link(session: Session, email: str, now: datetime) -> str | None:
    """A new token for the lead with this address, which ends their earlier links; lasts 15 minutes, works
    once.

    None when no active lead has the address or five links were asked for within the hour. The same rows are
    read and written for a known and an unknown address.
    """
    email_hash = hashed(plain_email(email))
    recent = (SignInLink.email_hash == email_hash, SignInLink.made_at > now - timedelta(hours=1))
    asked = session.scalar(select(func.count()).where(*recent)) or 0
    if asked >= MOST_AN_HOUR:
        return None
    lead = find_lead(session, email)
    lead_id = lead.id if lead is not None and lead.active else None
    open_links = (
        SignInLink.email_hash == email_hash,
        SignInLink.claimed_at.is_(None),
        SignInLink.superseded_at.is_(None),
    )
    session.execute(update(SignInLink).where(*open_links).values(superseded_at=now))
    token = make_token()
    session.add(
        SignInLink(
            email_hash=email_hash,
            lead_id=lead_id,
            token_hash=hashed(token),
            made_at=now,
            expires_at=now + LINK_LASTS,
        )
    )
    session.flush()
    return token if lead_id is not None else None
