"""The table that says what retention deleted: how many of what, when, under which rule. Nothing else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Deletion(Base):
    """One run over one kind of row that deleted something. `days` is the rule in force."""

    __tablename__ = "deletion"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(30))
    days: Mapped[int]
    deleted: Mapped[int]
