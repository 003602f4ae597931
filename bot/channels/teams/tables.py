"""What is kept for Teams: chats, what came in from them, what is to be sent, and which account a lead has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
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


class TeamsArrival(Base):
    """Something that Teams sent: acknowledged when it is stored here, dealt with in the order of `at`.

    `at` is the time that Teams gave it: two messages may reach us the other way round.

    `body` is redacted, sealed, and emptied in the transaction that deals with it; the row stays a day, so that
    the same `activity` (a hash) is taken once.
    """

    __tablename__ = "teams_arrival"
    __table_args__ = (Index("ix_teams_arrival_waiting", "chat_key", "done_at", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    activity: Mapped[str] = mapped_column(String(64), unique=True)
    chat_key: Mapped[str] = mapped_column(ForeignKey("teams_chat.key", ondelete="CASCADE"))
    body: Mapped[dict[str, Any] | None]
    at: Mapped[datetime]
    done_at: Mapped[datetime | None] = mapped_column(index=True)


class TeamsSending(Base):
    """A message to be sent to a chat, or a card to be changed there; deleted once Teams has it."""

    __tablename__ = "teams_sending"
    __table_args__ = (Index("ix_teams_sending_chat", "chat_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_key: Mapped[str] = mapped_column(ForeignKey("teams_chat.key", ondelete="CASCADE"))
    body: Mapped[dict[str, Any]]
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(index=True)
    at: Mapped[datetime]


class TeamsLead(Base):
    """A Teams account that is a lead's: `account` is a keyed hash of tenant and object id.

    `chat_key` is the lead's personal chat with the guide, once the lead has opened it.
    """

    __tablename__ = "teams_lead"

    account: Mapped[str] = mapped_column(String(64), primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id", ondelete="CASCADE"), index=True)
    chat_key: Mapped[str | None] = mapped_column(ForeignKey("teams_chat.key", ondelete="SET NULL"))
