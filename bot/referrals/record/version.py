"""The table of versions: one a save, none ever changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class RecordVersion(Base):
    """The whole record as somebody saved it. `actor` as in events; `data` is `Record.stored()`."""

    __tablename__ = "referral_record"
    __table_args__ = (UniqueConstraint("referral_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"))
    version: Mapped[int]
    actor: Mapped[str] = mapped_column(String(50))
    at: Mapped[datetime]
    data: Mapped[dict[str, Any]]
