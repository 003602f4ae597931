"""What happened to a referral, in the past tense, in order, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.storage.base import Base
from bot.storage.encryption import EncryptedText


class Happened(StrEnum):
    """The kinds of event."""

    DRAFT_MADE = "DraftMade"
    DRAFT_UPDATED = "DraftUpdated"
    RECORD_SAVED = "RecordSaved"
    PUT_BEFORE_LEAD = "PutBeforeLead"
    OPENED = "Opened"
    EXPORTED = "Exported"
    CLAIMED = "Claimed"
    RELEASED = "Released"
    HANDED_OVER = "HandedOver"
    DECISION_TAKEN = "DecisionTaken"
    REOPENED = "Reopened"
    PRACTITIONER_TOLD = "PractitionerTold"
    COUNCIL_AWARE = "CouncilAware"
    NOTIFICATION_SENT = "NotificationSent"
    RAPID_REVIEW_FINISHED = "RapidReviewFinished"
    REVIEW_DECIDED = "ReviewDecided"
    PUBLICATION_PLANNED = "PublicationPlanned"
    REVIEW_PUBLISHED = "ReviewPublished"
    REMINDED = "Reminded"
    ESCALATED = "Escalated"
    CONTENT_DELETED = "ContentDeleted"


WRITES = frozenset({Happened.DRAFT_MADE, Happened.DRAFT_UPDATED, Happened.RECORD_SAVED})
"""Events that change what the draft says; the audit compares the draft with the last of them."""

BY_ITSELF = frozenset({Happened.REMINDED, Happened.ESCALATED})
"""Events that the service makes by itself: they never set the clock of retention back."""


class EventContent(Base):
    """What an event needs beyond its kind, and the salt of its commitment: deleted together, by retention only."""

    __tablename__ = "referral_event_content"

    event_id: Mapped[int] = mapped_column(ForeignKey("referral_event.id"), primary_key=True)
    salt: Mapped[str] = mapped_column(EncryptedText)
    data: Mapped[dict[str, Any]]


class ReferralEvent(Base):
    """One event. `actor` is "practitioner", "lead:<id>", "service" or "retention".

    `commitment`, `previous` and `hash` are explained in chain.py.
    """

    __tablename__ = "referral_event"
    __table_args__ = (UniqueConstraint("referral_id", "n"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"))
    n: Mapped[int]
    type: Mapped[str] = mapped_column(String(40))
    actor: Mapped[str] = mapped_column(String(50))
    at: Mapped[datetime]
    commitment: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    content: Mapped[EventContent | None] = relationship(lazy="joined", passive_deletes="all")

    @property
    def data(self) -> Mapping[str, Any]:
        """What the kind of event needs; empty when retention deleted it."""
        return self.content.data if self.content is not None else {}


class EventsAreKept(RuntimeError):
    """Raised when the program tries to change or delete an event. The database refuses it too (migrations)."""


@event.listens_for(ReferralEvent, "before_update")
@event.listens_for(ReferralEvent, "before_delete")
def _refuse(_mapper: object, _connection: object, kept: ReferralEvent) -> None:
    raise EventsAreKept(f"event {kept.n} of referral {kept.referral_id} cannot be changed or deleted")
