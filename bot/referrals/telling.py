"""Which events leads are told about, and whom: written into the outbox with the event itself."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.outbox.item import Item
from bot.referrals.event import WRITES, Happened, ReferralEvent
from bot.referrals.lead import Lead
from bot.referrals.notices import Kind, tell_later
from bot.referrals.permission import is_own, leads_of
from bot.referrals.referral import Referral
from bot.referrals.status import Status

FROM_EVERYBODY = 2
"""At the second step of escalation, and on the second day that a date is overdue, everybody is told who may see it."""


def tell(session: Session, referral: Referral, event: ReferralEvent) -> None:
    """Write the notices about this event, which was just stored, if leads are to be told about it."""
    match event.type:
        case Happened.PUT_BEFORE_LEAD:
            kind = Kind.MORE_INFORMATION if _was_before_lead(session, event) else Kind.NEW_DRAFT
            _tell(session, referral, event, kind, _holder_or_own(session, referral))
        case Happened.HANDED_OVER:
            taken = event.actor == f"lead:{event.data['lead']}"
            whose = session.get_one(Lead, event.data["from" if taken else "lead"])
            _tell(session, referral, event, Kind.TAKEN_OVER if taken else Kind.HANDED_OVER, [whose])
        case Happened.RELEASED:
            _tell(session, referral, event, Kind.GIVEN_BACK, _others(event, _holder_or_own(session, referral)))
        case Happened.REMINDED:
            _remind(session, referral, event)
        case Happened.ESCALATED:
            if referral.holder is None and referral.escalations < FROM_EVERYBODY:
                _tell(session, referral, event, Kind.NOBODY_CLAIMED, _deputies(session, referral))
            else:
                kind = Kind.NOBODY_CLAIMED if referral.holder is None else Kind.HOLDER_SLEEPS
                _tell(session, referral, event, kind, leads_of(session, referral))
        case _ if event.type in WRITES and referral.status is Status.WITH_LEAD and not event.actor.startswith("lead:"):
            told = [] if referral.holder is None else [referral.holder]
            unread = [lead for lead in told if not _told_already(session, referral, event, lead)]
            _tell(session, referral, event, Kind.MORE_INFORMATION, unread)


def _tell(session: Session, referral: Referral, event: ReferralEvent, kind: Kind, leads: list[Lead]) -> None:
    for lead in leads:
        tell_later(session, kind, referral.id, event.hash, lead.id, event.at)


def _holder_or_own(session: Session, referral: Referral) -> list[Lead]:
    """Who holds it; where nobody does, the leads whose own it is; where there are none, all who may see it."""
    if referral.holder is not None:
        return [referral.holder]
    everyone = leads_of(session, referral)
    return [lead for lead in everyone if is_own(lead, referral)] or everyone


def _remind(session: Session, referral: Referral, event: ReferralEvent) -> None:
    """Whose it is; from the second day that a date is overdue, everybody who may see it."""
    if "waiting" in event.data:
        _tell(session, referral, event, Kind.WAITING, _holder_or_own(session, referral))
        return
    overdue, due = event.data.get("overdue_on"), date.fromisoformat(event.data["due"])
    late = overdue is not None and (date.fromisoformat(overdue) - due).days >= FROM_EVERYBODY
    told = leads_of(session, referral) if late else _holder_or_own(session, referral)
    _tell(session, referral, event, Kind.DEADLINE_NEAR if overdue is None else Kind.OVERDUE, told)


def _others(event: ReferralEvent, leads: list[Lead]) -> list[Lead]:
    """These without whoever did it; all of them where there is nobody else."""
    return [lead for lead in leads if event.actor != f"lead:{lead.id}"] or leads


def _deputies(session: Session, referral: Referral) -> list[Lead]:
    """Who sees it only because they stand in for another; where there are none, all who may see it, once more."""
    everyone = leads_of(session, referral)
    return [lead for lead in everyone if not is_own(lead, referral)] or everyone


def _was_before_lead(session: Session, event: ReferralEvent) -> bool:
    earlier = select(ReferralEvent.id).where(
        ReferralEvent.referral_id == event.referral_id,
        ReferralEvent.type == Happened.PUT_BEFORE_LEAD,
        ReferralEvent.n < event.n,
    )
    return session.scalar(earlier.limit(1)) is not None


def _told_already(session: Session, referral: Referral, event: ReferralEvent, lead: Lead) -> bool:
    """Whether the lead was told of something written after they last opened the draft: once is enough."""
    opened = select(func.max(ReferralEvent.at)).where(
        ReferralEvent.referral_id == referral.id,
        ReferralEvent.type == Happened.OPENED,
        ReferralEvent.actor == f"lead:{lead.id}",
    )
    told = select(func.max(Item.made_at)).where(
        Item.referral_id == referral.id, Item.lead_id == lead.id, Item.kind == Kind.MORE_INFORMATION
    )
    last_opened, last_told = session.scalar(opened), session.scalar(told)
    return last_told is not None and (last_opened is None or last_opened <= last_told)
