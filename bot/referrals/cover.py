"""Whether somebody is there for every draft: what an operator must put right, in sentences without a word of a case."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select, true
from sqlalchemy.orm import Session

from bot.referrals.lead import Lead, plain_organisation
from bot.referrals.permission import active_leads, in_no_scope
from bot.referrals.referral import Referral

NO_FALLBACK = "no lead of last resort (cspr leads change ADDRESS --fallback): what falls to nobody is seen by nobody"


def unseen(session: Session) -> list[str]:
    """The references of the drafts that no lead may open."""
    everyone = active_leads(session)
    if any(lead.fallback for lead in everyone):
        return []
    held = Referral.claimed_by.in_([lead.id for lead in everyone])
    nobody = (Referral.erased_at.is_(None), in_no_scope(everyone), or_(Referral.claimed_by.is_(None), ~held))
    return list(session.scalars(select(Referral.reference).where(*nobody).order_by(Referral.id)))


def held_by_former(session: Session) -> list[str]:
    """The references of the drafts whose holder is no longer a lead."""
    former = select(Lead.id).where(Lead.active.is_not(true()))
    held = select(Referral.reference).where(Referral.erased_at.is_(None), Referral.claimed_by.in_(former))
    return list(session.scalars(held.order_by(Referral.id)))


def gaps(session: Session) -> list[str]:
    """What leaves, or could leave, a draft with nobody, worst first."""
    found = [f"{reference}: no lead may open it" for reference in unseen(session)]
    found += [f"{reference}: its holder is no longer a lead" for reference in held_by_former(session)]
    return found if any(lead.fallback for lead in active_leads(session)) else [*found, NO_FALLBACK]


def without_lead(session: Session, areas: Iterable[str]) -> list[str]:
    """The areas, and the organisations of former leads, that no lead has: their drafts go to somebody else."""
    everyone = active_leads(session)
    bare = [f"area {area}" for area in areas if all(lead.areas and area not in lead.areas for lead in everyone)]
    former = session.scalars(select(Lead).where(Lead.active.is_not(true())))
    had = {plain_organisation(name): name for lead in former for name in lead.organisations}
    have = {plain_organisation(name) for lead in everyone for name in lead.organisations}
    return bare + [f"organisation {name}" for key, name in had.items() if key not in have]
