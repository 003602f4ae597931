"""Holding a draft, so that two leads never work on it at once, and noting who has read it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.referrals.event import WRITES, Happened
from bot.referrals.history import append, events_of, hold_row, last_written, lead_actor
from bot.referrals.lead import Lead
from bot.referrals.permission import may_see, require_sight
from bot.referrals.problems import AlreadyDecided, HeldByAnother, NoSuchLead, NotHeld
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED


def claim(session: Session, referral: Referral, lead: Lead, *, at: datetime | None = None) -> None:
    """The lead now holds the draft; nothing happens when they hold it already.

    Raises HeldByAnother, AlreadyDecided, or NoSuchReferral when the draft is not theirs to see.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    require_undecided(referral)
    require_not_held_by_another(referral, lead)
    if referral.claimed_by is None:
        append(session, referral, Happened.CLAIMED, lead_actor(lead), data={"lead": lead.id}, at=at)


def release(session: Session, referral: Referral, lead: Lead, *, at: datetime | None = None) -> None:
    """The lead no longer holds the draft. Raises NotHeld, AlreadyDecided, or NoSuchReferral."""
    require_sight(lead, referral)
    hold_row(session, referral)
    require_undecided(referral)
    if referral.claimed_by != lead.id:
        raise NotHeld("You do not hold this draft, so you cannot give it back")
    append(session, referral, Happened.RELEASED, lead_actor(lead), at=at)


def hand_over(session: Session, referral: Referral, lead: Lead, to: Lead, *, at: datetime | None = None) -> None:
    """`to` now holds the draft that `lead` held; a deputy may so take over from the lead they stand in for.

    Raises NotHeld, AlreadyDecided, NoSuchReferral, or NoSuchLead when `to` may not see the draft.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    require_undecided(referral)
    holder = referral.holder
    taking_over = holder is not None and to.id == lead.id and holder.id in {each.id for each in lead.deputy_for}
    if holder is None or not (holder.id == lead.id or taking_over):
        raise NotHeld("You do not hold this draft, so you cannot hand it over")
    if not may_see(to, referral):
        raise NoSuchLead("Choose one of the leads who may open this draft")
    if to.id != holder.id:
        data = {"lead": to.id, "from": holder.id}
        append(session, referral, Happened.HANDED_OVER, lead_actor(lead), data=data, at=at)


def note_opening(session: Session, referral: Referral, lead: Lead, *, at: datetime | None = None) -> None:
    """Record that this lead opened the draft as it now reads: once for each time that it is written."""
    require_sight(lead, referral)
    events = events_of(session, referral)
    newer = [e for e in events if e.n > last_written(events)]
    if not any(e.type == Happened.OPENED and e.actor == lead_actor(lead) for e in newer):
        hold_row(session, referral)
        append(session, referral, Happened.OPENED, lead_actor(lead), at=at)


def changed_since_opened(session: Session, referral: Referral, lead: Lead) -> bool:
    """Whether somebody else has written in the draft after this lead last opened it."""
    events = events_of(session, referral)
    opened = max((e.n for e in events if e.type == Happened.OPENED and e.actor == lead_actor(lead)), default=None)
    if opened is None:
        return False
    return any(e.n > opened and e.type in WRITES and e.actor != lead_actor(lead) for e in events)


def require_undecided(referral: Referral) -> None:
    """Raises AlreadyDecided when a lead has decided."""
    if referral.status in DECIDED:
        raise AlreadyDecided("A decision on this draft was recorded already; nothing more was changed")


def require_not_held_by_another(referral: Referral, lead: Lead) -> None:
    """Raises HeldByAnother, naming who holds it."""
    if referral.holder is not None and referral.holder.id != lead.id:
        raise HeldByAnother(f"{referral.holder.name} holds this draft; ask them to give it back first")
