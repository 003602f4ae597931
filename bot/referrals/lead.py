"""Safeguarding leads: the people who may open and decide drafts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, String, Table, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship, validates

from bot.storage.base import Base

LEAD_COVER = Table(
    "lead_cover",
    Base.metadata,
    Column("lead_id", ForeignKey("lead.id"), primary_key=True),
    Column("deputy_id", ForeignKey("lead.id"), primary_key=True),
)
"""`deputy_id` sees and takes over what `lead_id` may see and holds."""


class Lead(Base):
    """A safeguarding lead. `areas` empty: all areas; `organisations` empty: all of those areas.

    `fallback`: gets what would otherwise go to nobody. Inactive: can neither sign in nor stay signed in.
    `deputy_for`: the leads whom this one stands in for.
    """

    __tablename__ = "lead"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    areas: Mapped[list[Any]] = mapped_column(JSON)
    organisations: Mapped[list[Any]] = mapped_column(JSON, default=list)
    active: Mapped[bool] = mapped_column(default=True)
    fallback: Mapped[bool] = mapped_column(default=False)

    deputy_for: Mapped[list[Lead]] = relationship(
        secondary=LEAD_COVER,
        primaryjoin=lambda: Lead.id == LEAD_COVER.c.deputy_id,
        secondaryjoin=lambda: Lead.id == LEAD_COVER.c.lead_id,
        join_depth=1,
        lazy="selectin",
    )

    @validates("email")
    def _same_address_once(self, _key: str, value: str) -> str:
        return plain_email(value)


def plain_email(typed: str) -> str:
    """The address as it is stored and compared: trimmed, lower case."""
    return typed.strip().lower()


def plain_organisation(typed: str | None) -> str | None:
    """An organisation's name as it is compared: trimmed, single spaces, case folded; None when there is none."""
    return " ".join(typed.split()).casefold()[:200] or None if typed else None


def find_lead(session: Session, email: str) -> Lead | None:
    """The lead with this address, however it was typed; active or not."""
    return session.scalar(select(Lead).where(Lead.email == plain_email(email)))


def make_lead(
    session: Session,
    *,
    email: str,
    name: str,
    areas: list[str] | None = None,
    organisations: list[str] | None = None,
) -> Lead:
    """The lead with this address, made if there is none; an existing one is left as it is."""
    lead = find_lead(session, email)
    if lead is None:
        lead = Lead(
            email=email,
            name=name,
            areas=list(areas or []),
            organisations=list(organisations or []),
            active=True,
            fallback=False,
            deputy_for=[],
        )
        session.add(lead)
        session.flush()
    return lead
