"""Which leads may see which drafts: their own scope, and the scope of those whom they stand in for.

A lead's scope is their areas and, where the lead has any, their organisations. A draft whose area is not known is in
the scope of every lead whom it could belong to. One whose organisation is not known, or is none that a lead of its
area has (a slip of the pen), goes to the leads who have the whole area, and where there are none to all of its leads.
Whoever holds a draft sees it whatever is written in it, and what is in nobody's scope, or was escalated twice, goes
to the leads of last resort (`Lead.fallback`): otherwise nobody might ever see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, and_, false, func, not_, or_, select, true
from sqlalchemy.orm import Session, object_session

from bot.referrals.find import find_draft
from bot.referrals.lead import Lead, plain_organisation
from bot.referrals.problems import NoSuchReferral
from bot.referrals.referral import Referral

LAST_RESORT_AT = 2


def may_see(lead: Lead, referral: Referral) -> bool:
    """Whether this lead may open and act on this draft."""
    return referral.erased_at is None and _sees(lead, referral, _leads_beside(referral))


def is_own(lead: Lead, referral: Referral) -> bool:
    """Whether the draft is in the lead's own scope, and not only in that of someone they stand in for."""
    return lead.active and referral.erased_at is None and _in_scope(lead, referral, _leads_beside(referral))


def seen_by(session: Session, lead: Lead) -> ColumnElement[bool]:
    """The same rule for a query."""
    everyone, scopes = active_leads(session), _scopes(lead)
    seen = [Referral.claimed_by.in_([each.id for each in scopes]), *(_scope(each, everyone) for each in scopes)]
    if lead.active and lead.fallback:
        seen += [in_no_scope(everyone), Referral.escalations >= LAST_RESORT_AT]
    return and_(Referral.erased_at.is_(None), or_(false(), *seen))


def in_no_scope(everyone: Iterable[Lead]) -> ColumnElement[bool]:
    """For a query: none of these leads has the draft in their own scope, which is so where none has its area."""
    return not_(or_(false(), *(_area(each) for each in everyone)))


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
    everyone = active_leads(session)
    return [lead for lead in everyone if referral.erased_at is None and _sees(lead, referral, everyone)]


def active_leads(session: Session) -> Sequence[Lead]:
    """Everybody who is a lead now, by name."""
    return session.scalars(select(Lead).where(Lead.active).order_by(Lead.name, Lead.id)).all()


def _leads_beside(referral: Referral) -> Sequence[Lead]:
    """All active leads of the database that this draft was read from; `lead` may be of another session."""
    session = object_session(referral)
    assert session is not None, "permission is asked while the draft is being read"
    return active_leads(session)


def _scopes(lead: Lead) -> list[Lead]:
    """The leads whose drafts this one sees: none for who is no longer a lead, or stands in for one."""
    return [each for each in (lead, *lead.deputy_for) if each.active] if lead.active else []


def _sees(lead: Lead, referral: Referral, everyone: Sequence[Lead]) -> bool:
    scopes = _scopes(lead)
    if any(referral.claimed_by == each.id or _in_scope(each, referral, everyone) for each in scopes):
        return True
    last_resort = referral.escalations >= LAST_RESORT_AT or not any(_covers(each, referral) for each in everyone)
    return lead.active and lead.fallback and last_resort


def _covers(lead: Lead, referral: Referral) -> bool:
    return not lead.areas or referral.area is None or referral.area in lead.areas


def _in_scope(lead: Lead, referral: Referral, everyone: Iterable[Lead]) -> bool:
    if not _covers(lead, referral):
        return False
    keys = _keys(lead)
    if not keys or referral.organisation_key in keys:
        return True
    there = [_keys(each) for each in everyone if _covers(each, referral)]
    return all(theirs and referral.organisation_key not in theirs for theirs in there)


def _area(lead: Lead) -> ColumnElement[bool]:
    return or_(Referral.area.is_(None), Referral.area.in_(lead.areas)) if lead.areas else true()


def _scope(lead: Lead, everyone: Iterable[Lead]) -> ColumnElement[bool]:
    keys, named = _keys(lead), func.coalesce(Referral.organisation_key, "")
    if not keys:
        return _area(lead)
    theirs = ((each, _keys(each)) for each in everyone)
    elsewhere = [and_(_area(each), named.in_(has)) if has else _area(each) for each, has in theirs]
    return and_(_area(lead), or_(named.in_(keys), not_(or_(false(), *elsewhere))))


def _keys(lead: Lead) -> list[str]:
    return [key for each in lead.organisations if (key := plain_organisation(each))]
