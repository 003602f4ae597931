"""What is kept for Teams: where chats are reached, and which account a lead has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base
from bot.storage.encryption import EncryptedText


class TeamsChat(Base):
    """One person in one conversation of one tenant; `key` is a keyed hash of the three.

    `token` is that of the guide's own conversation, None before the first turn. `reference` says where messages
    go. `open_card` is the message whose question waits for an answer.
    """

    __tablename__ = "teams_chat"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    token: Mapped[str | None] = mapped_column(EncryptedText)
    reference: Mapped[dict[str, Any]]
    open_card: Mapped[dict[str, Any] | None]
    welcomed: Mapped[bool] = mapped_column(default=False)
    seen_at: Mapped[datetime] = mapped_column(index=True)


class TeamsLead(Base):
    """A Teams account that is a lead's: `account` is a keyed hash of tenant and object id.

    `chat_key` is the lead's personal chat with the guide, once the lead has opened it.
    """

    __tablename__ = "teams_lead"

    account: Mapped[str] = mapped_column(String(64), primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id", ondelete="CASCADE"), index=True)
    chat_key: Mapped[str | None] = mapped_column(ForeignKey("teams_chat.key", ondelete="SET NULL"))
