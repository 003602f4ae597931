"""The table of notices: whom to tell about which event, and how far that got. No words."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base

UNADDRESSED = ""


class Notice(Base):
    """One notice to one lead by one backend (`backend` empty: not given to any yet).

    `key` is the idempotency key. `due_at` is when the worker takes it next: None once it was sent or given up.
    `lease` names the worker's hold on it.
    """

    __tablename__ = "notice"
    __table_args__ = (UniqueConstraint("key", "backend"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(36))
    kind: Mapped[str] = mapped_column(String(20))
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id"))
    backend: Mapped[str] = mapped_column(String(20), default=UNADDRESSED)
    made_at: Mapped[datetime]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    lease: Mapped[str | None] = mapped_column(String(32))
    sent_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
