"""Which leads may see which drafts: their own scope, and the scope of those whom they stand in for.

A lead's scope is their areas and, where the lead has any, their organisations. A draft whose area or organisation
is not known yet is in the scope of every lead whom it could belong to: otherwise nobody might ever see it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlalchemy.orm import Session

from bot.referrals.find import find_draft
from bot.referrals.lead import Lead, plain_organisation
from bot.referrals.problems import NoSuchReferral
from bot.referrals.referral import Referral


def may_see(lead: Lead, referral: Referral) -> bool:
    """Whether this lead may open and act on this draft."""
    return referral.erased_at is None and any(_in_scope(each, referral) for each in _scopes(lead))


def is_own(lead: Lead, referral: Referral) -> bool:
    """Whether the draft is in the lead's own scope, and not only in that of someone they stand in for."""
    return lead.active and referral.erased_at is None and _in_scope(lead, referral)


def seen_by(lead: Lead) -> ColumnElement[bool]:
    """The same rule for a query."""
    return and_(Referral.erased_at.is_(None), or_(false(), *(_scope(each) for each in _scopes(lead))))


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


def leads_of(session: Session, referral: Referral) -> list[Lead]:
    """The leads who may open this draft, by name."""
    active = session.scalars(select(Lead).where(Lead.active).order_by(Lead.name, Lead.id))
    return [lead for lead in active if may_see(lead, referral)]


def _scopes(lead: Lead) -> list[Lead]:
    """The leads whose drafts this one sees: none for who is no longer a lead, or stands in for one."""
    return [each for each in (lead, *lead.deputy_for) if each.active] if lead.active else []


def _in_scope(lead: Lead, referral: Referral) -> bool:
    area = not lead.areas or referral.area is None or referral.area in lead.areas
    keys = _keys(lead.organisations)
    return area and (not keys or referral.organisation_key is None or referral.organisation_key in keys)


def _scope(lead: Lead) -> ColumnElement[bool]:
    rules = []
    if lead.areas:
        rules.append(or_(Referral.area.is_(None), Referral.area.in_(lead.areas)))
    if keys := _keys(lead.organisations):
        rules.append(or_(Referral.organisation_key.is_(None), Referral.organisation_key.in_(keys)))
    return and_(true(), *rules)


def _keys(organisations: Iterable[str]) -> list[str]:
    return [key for each in organisations if (key := plain_organisation(each))]
