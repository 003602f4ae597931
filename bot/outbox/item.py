"""The table of the outbox: what is to be sent or dealt with, by which way, and how far that got."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base

UNADDRESSED = ""


class Item(Base):
    """One thing to do, by one way (`way` empty: not given to any yet).

    `key` is the idempotency key: a repeat has the same. `lane` is what keeps an order: of one lane and way the
    earliest (`made_at`) is done first. `body` is sealed, and emptied when the row is settled. `due_at` is when a
    worker takes it next: None once it is done or given up. `lease` names the worker that has it. After `ends_at` it
    is tried no more.
    """

    __tablename__ = "outbox_item"
    __table_args__ = (
        UniqueConstraint("key", "way"),
        Index("ix_outbox_item_due", "way", "due_at"),
        Index("ix_outbox_item_lane", "lane", "due_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(20))
    way: Mapped[str] = mapped_column(String(20))
    lane: Mapped[str | None] = mapped_column(String(64))
    body: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"), index=True)
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("lead.id"))
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    lease: Mapped[str | None] = mapped_column(String(32))
    done_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
