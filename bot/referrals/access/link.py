"""A sign-in link that was asked for."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

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
