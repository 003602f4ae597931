"""Which leads may see which drafts: those of their areas; a draft whose area is not known, every lead."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_, true
from sqlalchemy.orm import Session

from bot.referrals.find import find_draft
from bot.referrals.lead import Lead
from bot.referrals.problems import NoSuchReferral
from bot.referrals.referral import Referral


def may_see(lead: Lead, referral: Referral) -> bool:
    """Whether this lead may open and act on this draft."""
    return (
        lead.active
        and referral.erased_at is None
        and (not lead.areas or referral.area is None or referral.area in lead.areas)
    )


def seen_by(lead: Lead) -> ColumnElement[bool]:
    """The same rule for a query."""
    if not lead.active:
        return ~true()
    theirs = true() if not lead.areas else or_(Referral.area.is_(None), Referral.area.in_(lead.areas))
    return theirs & Referral.erased_at.is_(None)


def require_sight(lead: Lead, referral: Referral) -> None:
    """Raises NoSuchReferral when the lead may not see the draft."""
    if not may_see(lead, referral):
        raise NoSuchReferral(f"There is no referral {referral.reference} that you may open")


def draft_for(session: Session, lead: Lead, reference: str) -> Referral:
    """The draft with this reference. Raises NoSuchReferral when the lead can see no such draft."""
    referral = find_draft(session, reference)
    if referral is None:
        raise NoSuchReferral("There is no referral with this reference that you may open")
    require_sight(lead, referral)
    return referral
