"""The referral itself. Its events are the truth; `status` and `claimed_by` follow from them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from bot.referrals.lead import Lead, plain_organisation
from bot.referrals.status import Status
from bot.storage.base import Base
from bot.storage.encryption import EncryptedText

LISTED = (
    "erased_at",
    "status",
    "danger",
    "next_due",
    "created_at",
    "claimed_by",
    "area",
    "organisation_key",
    "reference",
)


class Referral(Base):
    """A draft referral: what was told, what it was assessed as, under which guidance, and where it stands.

    `facts` is {"told": {fact: value}, "unknown": [fact]}; `assessment` is the `cspr assess` result; `rules`
    lists what fired. `own_words` is what the practitioner said, redacted before it came here. `area` None:
    not known yet. `danger` is 2 for danger now, 1 where it is not ruled out, else 0; `urgent` is either.
    `organisation_key` is `organisation` as it is compared. `escalations`: see state.py. `last_event` numbers the newest
    event. `erased_at` is when retention deleted what it says.
    """

    __tablename__ = "referral"
    __table_args__ = (
        UniqueConstraint("conversation_id", "case_number"),
        # Holds all that the inbox counts, filters and sorts by, so that none of the long sealed columns is read
        # for it; SQLite would prefer any shorter index, so there is none.
        Index("ix_referral_listing", *LISTED),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(14), unique=True)
    conversation_id: Mapped[str] = mapped_column(String(200))
    case_number: Mapped[int]
    area: Mapped[str | None] = mapped_column(String(50))
    organisation: Mapped[str | None] = mapped_column(String(200))
    organisation_key: Mapped[str | None] = mapped_column(String(200))
    status: Mapped[Status] = mapped_column(Enum(Status, native_enum=False, length=20))
    facts: Mapped[dict[str, Any]]
    assessment: Mapped[dict[str, Any]]
    pack_id: Mapped[str] = mapped_column(String(50))
    pack_version: Mapped[str] = mapped_column(String(50))
    rules: Mapped[list[Any]]
    own_words: Mapped[str] = mapped_column(EncryptedText)
    contact: Mapped[dict[str, Any]]
    urgent: Mapped[bool]
    danger: Mapped[int] = mapped_column(default=0)
    next_due: Mapped[date | None]
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("lead.id"))
    escalations: Mapped[int] = mapped_column(default=0)
    last_event: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    erased_at: Mapped[datetime | None] = mapped_column()

    holder: Mapped[Lead | None] = relationship(lazy="selectin")

    @validates("organisation")
    def _compared_as(self, _key: str, value: str | None) -> str | None:
        self.organisation_key = plain_organisation(value)
        return value
