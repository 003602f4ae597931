"""Writing a notice, in the transaction of the event that it is about."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from bot.notify.outbox.message import Kind
from bot.notify.outbox.notice import UNADDRESSED, Notice

NAMESPACE = UUID("5d7f4a1e-6f0c-4f57-9c39-2f0a2a9f8a51")


def tell_later(session: Session, kind: Kind, referral_id: int, event_hash: str, lead_id: int, at: datetime) -> None:
    """Have the lead told about the event with this hash. The key follows from event and lead, so it is the same
    however often the notice is sent.
    """
    key = str(uuid5(NAMESPACE, f"{event_hash} {lead_id}"))
    session.add(
        Notice(
            key=key, kind=kind.value, referral_id=referral_id, lead_id=lead_id, backend=UNADDRESSED, made_at=at,
            due_at=at, attempts=0,
        )
    )  # fmt: skip
