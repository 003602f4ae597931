"""POST /api/chat: the contract's door for partners and scripts."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from pydantic import BaseModel, ConfigDict, model_validator

from bot.channels.conversations import Conversations
from bot.channels.model import Reply
from bot.channels.pace import address_of
from bot.channels.unicode import check_unicode

router = APIRouter(prefix="/api")
Key = Annotated[str | None, Header(min_length=8, max_length=64)]


class ChatRequest(BaseModel):
    """One message: `text` as typed, or a `choice` of the last replies (several for a set) with `text` as a note;
    `area` on the first."""

    model_config = ConfigDict(extra="forbid")

    conversation: str | None = None
    text: str | None = None
    choice: str | list[str] | None = None
    area: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _is_unicode(cls, value: Any) -> Any:
        check_unicode(value)
        return value


class ChatResponse(BaseModel):
    """The token to go on with, and what the guide says."""

    conversation: str
    replies: list[Reply]


@router.post("/chat")
async def chat(message: ChatRequest, request: Request, idempotency_key: Key = None) -> ChatResponse:
    """Take a turn. 200 means that it is stored; any refusal is an RFC 9457 problem and stores nothing.

    A message sent again in the same conversation with the same `Idempotency-Key` header is answered with the same
    replies and not taken again (draft-ietf-httpapi-idempotency-key-header). Another message with that key is taken.
    """
    conversations: Conversations = request.app.state.conversations
    name = idempotency_key and sha256(f"{idempotency_key} {message.model_dump_json()}".encode()).hexdigest()
    turn = await conversations.take_turn(
        message.conversation,
        text=message.text,
        choice=message.choice,
        area=message.area,
        key=name,
        sender=address_of(request),
    )
    return ChatResponse(conversation=turn.token, replies=turn.replies)
