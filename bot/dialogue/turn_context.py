"""The turn being taken: where it stores, and what went wrong in it. Set by the turn, read by store and actions."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field

from sqlalchemy.orm import Session


@dataclass(slots=True)
class TurnContext:
    """One turn of one case of one conversation; everything it stores goes through `session`, committed once."""

    session: Session
    conversation_id: str
    case_number: int
    failures: list[str] = field(default_factory=list)

    @property
    def sender_id(self) -> str:
        """Rasa's name for this case: each case is a conversation of its own to Rasa."""
        return f"{self.conversation_id}.{self.case_number}"


current_turn: ContextVar[TurnContext | None] = ContextVar("current_turn", default=None)
"""None in `cspr rasa shell` and in Rasa's own tests, where nothing is stored."""
