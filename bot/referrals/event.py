"""What happened to a referral, in the past tense, in order, never changed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Happened(StrEnum):
    """The kinds of event."""

    DRAFT_MADE = "DraftMade"
    DRAFT_UPDATED = "DraftUpdated"
    RECORD_SAVED = "RecordSaved"
    PUT_BEFORE_LEAD = "PutBeforeLead"
    OPENED = "Opened"
    CLAIMED = "Claimed"
    RELEASED = "Released"
    DECISION_TAKEN = "DecisionTaken"


class ReferralEvent(Base):
    """One event. `actor` is "practitioner" or "lead:<id>"; `data` is what the kind of event needs."""

    __tablename__ = "referral_event"
    __table_args__ = (UniqueConstraint("referral_id", "n"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"))
    n: Mapped[int]
    type: Mapped[str] = mapped_column(String(40))
    actor: Mapped[str] = mapped_column(String(50))
    at: Mapped[datetime]
    data: Mapped[dict[str, Any]]


class EventsAreKept(RuntimeError):
    """Raised when the program tries to change or delete an event."""


@event.listens_for(ReferralEvent, "before_update")
@event.listens_for(ReferralEvent, "before_delete")
def _refuse(_mapper: object, _connection: object, kept: ReferralEvent) -> None:
    raise EventsAreKept(f"event {kept.n} of referral {kept.referral_id} cannot be changed or deleted")
