"""What is kept of a conversation: its key, its transcript, and the state of the dialogue."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base
from bot.storage.encryption import EncryptedText


class ConversationRow(Base):
    """A conversation. The token itself is not kept, only its SHA-256.

    `offered` maps each choice that the last turn minted to the payload it stands for.
    `case_number` counts the cases ("start again" opens the next).
    """

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    area: Mapped[str | None] = mapped_column(String(32))
    case_number: Mapped[int] = mapped_column(default=1)
    turns: Mapped[int] = mapped_column(default=0)
    messages: Mapped[int] = mapped_column(default=0)
    offered: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class MessageRow(Base):
    """One line of the transcript, redacted before it came here. `reply` is the guide's, in the chat API's shape.

    `key` is what a message is known by when it comes again, if anything: the same one is not taken twice.
    """

    __tablename__ = "messages"
    __table_args__ = (
        Index("ix_messages_conversation_n", "conversation_id", "n", unique=True),
        Index("ix_messages_conversation_key", "conversation_id", "key", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    n: Mapped[int]
    case_number: Mapped[int]
    who: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(EncryptedText)
    reply: Mapped[dict[str, Any] | None]
    typed: Mapped[bool] = mapped_column(default=False)
    key: Mapped[str | None] = mapped_column(String(64))
    at: Mapped[datetime]


class DialogueState(Base):
    """Where the dialogue stands: slots and active loop, not its history. One row a case of a conversation."""

    __tablename__ = "dialogue_states"

    sender_id: Mapped[str] = mapped_column(String(48), primary_key=True)
    state: Mapped[dict[str, Any]]
    updated_at: Mapped[datetime]
