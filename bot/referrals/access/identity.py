"""Leads who sign in with their organisation's account (OpenID Connect)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.referrals.access.token import hashed
from bot.referrals.lead import Lead, find_lead, make_lead
from bot.storage.base import Base


class IdentityRefused(ValueError):
    """The account is known to the issuer and may not come in here; the message says why, for its holder."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the issuer says somebody is. `subject` never changes; `email` may, and is proved only if `email_verified`."""

    issuer: str
    subject: str
    email: str
    email_verified: bool
    name: str


class LeadIdentity(Base):
    """Which lead an account is. The subject is kept as a hash: it is compared, never shown."""

    __tablename__ = "lead_identity"
    __table_args__ = (UniqueConstraint("issuer", "subject_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id"), index=True)
    issuer: Mapped[str] = mapped_column(String(500))
    subject_hash: Mapped[str] = mapped_column(String(64))


def areas_of_roles(roles: Iterable[str], areas_by_role: Mapping[str, list[str]]) -> list[str] | None:
    """The areas that these roles open, sorted; empty means all; None when no role is a lead's."""
    held = [areas_by_role[role] for role in roles if role in areas_by_role]
    if not held:
        return None
    return [] if any(not areas for areas in held) else sorted({area for areas in held for area in areas})


def known_lead(session: Session, identity: Identity) -> Lead | None:
    """The lead that this account is tied to already."""
    row = session.scalar(
        select(LeadIdentity).where(
            LeadIdentity.issuer == identity.issuer, LeadIdentity.subject_hash == hashed(identity.subject)
        )
    )
    return None if row is None else session.get(Lead, row.lead_id)


def admit(session: Session, identity: Identity, areas: list[str]) -> Lead:
    """The lead of this account, with the areas that its roles open today; made at the first sign-in.

    An address that a lead has already is tied to the account only when the issuer has proved the address: whoever may
    choose an address must not become somebody else. Raises IdentityRefused.
    """
    lead = known_lead(session, identity)
    if lead is None:
        lead = _tie(session, identity)
    if not lead.active:
        raise IdentityRefused("Your access as a safeguarding lead has been ended")
    lead.areas = areas
    return lead


def _tie(session: Session, identity: Identity) -> Lead:
    if not identity.email:
        raise IdentityRefused("Your organisation's account has no email address")
    if find_lead(session, identity.email) is not None and not identity.email_verified:
        raise IdentityRefused(
            "A lead has your email address already, and your organisation has not confirmed it as yours"
        )
    lead = make_lead(session, email=identity.email, name=identity.name or identity.email)
    session.add(LeadIdentity(lead_id=lead.id, issuer=identity.issuer, subject_hash=hashed(identity.subject)))
    session.flush()
    return lead
