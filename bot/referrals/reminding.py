"""What the service notices by itself: a date that is near, and a draft that waits for a lead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, String, case, cast, func, literal, or_, select
from sqlalchemy.orm import Session

from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.history import append, hold_row
from bot.referrals.referral import Referral
from bot.referrals.status import Status
from bot.referrals.urgency import urgent_on, working_days_from
from bot.settings import LONDON

THE_SERVICE = "service"
"""The actor of what the service does by itself."""

OPEN = (Status.WITH_LEAD, Status.NEEDS_INFORMATION, Status.SENT, Status.NOT_REFERRED)
FURTHEST = timedelta(days=31)


def near(session: Session, today: date) -> list[int]:
    """The ids of the referrals whose next date is near or has passed, the earliest first."""
    soon = select(Referral.id).where(
        Referral.erased_at.is_(None), Referral.status.in_(OPEN), Referral.next_due <= today + FURTHEST
    )
    return list(session.scalars(soon.order_by(Referral.next_due)))


def remind(session: Session, number: int, today: date, working_days_before: Sequence[int], at: datetime) -> bool:
    """Record a reminder if this referral's date is now as near as one of these numbers of working days; whether it
    was. Each date is reminded of once for each number, once only where several are reached together, and once it has
    passed every day until it is met; after a decision not to refer once.
    """
    referral = session.get_one(Referral, number)
    if not _owed(session, referral, today, working_days_before):
        return False
    hold_row(session, referral)
    reminder = _owed(session, referral, today, working_days_before)
    if reminder is not None:
        append(session, referral, Happened.REMINDED, THE_SERVICE, data=reminder, at=at)
    return reminder is not None


def unclaimed(session: Session, at: datetime, after: timedelta, urgent_after: timedelta) -> list[int]:
    """The ids of the drafts that nobody has taken on for so long (urgent ones: `urgent_after`), or whose holder has
    taken no step for so long, and of which that was not recorded since: again and again, until somebody acts.
    """
    return list(session.scalars(_unclaimed(at, after, urgent_after).order_by(Referral.id)))


def escalate(session: Session, number: int, at: datetime, after: timedelta, urgent_after: timedelta) -> bool:
    """Record that this draft has waited for a lead for so long, if that is so still; whether it was."""
    referral = session.get_one(Referral, number)
    hold_row(session, referral)
    if session.scalar(_unclaimed(at, after, urgent_after).where(Referral.id == number)) is None:
        return False
    append(session, referral, Happened.ESCALATED, THE_SERVICE, at=at)
    return True


def unanswered(session: Session, at: datetime, after: timedelta) -> list[int]:
    """The ids of the drafts that have waited so long for the practitioner, since the lead last asked, told them or was
    reminded.
    """
    return list(session.scalars(_unanswered(at, after).order_by(Referral.id)))


def remind_of_waiting(session: Session, number: int, at: datetime, after: timedelta) -> bool:
    """Record a reminder that this draft waits, if that is so still; whether it was."""
    referral = session.get_one(Referral, number)
    hold_row(session, referral)
    if session.scalar(_unanswered(at, after).where(Referral.id == number)) is None:
        return False
    append(session, referral, Happened.REMINDED, THE_SERVICE, data={"waiting": True}, at=at)
    return True


def _unanswered(at: datetime, after: timedelta) -> Select[tuple[int]]:
    kinds = (Happened.DECISION_TAKEN, Happened.PRACTITIONER_TOLD, Happened.REMINDED)
    waits = (Referral.erased_at.is_(None), Referral.status == Status.NEEDS_INFORMATION)
    return select(Referral.id).where(*waits, _last(ReferralEvent.type.in_(kinds)) <= at - after)


def _unclaimed(at: datetime, after: timedelta, urgent_after: timedelta) -> Select[tuple[int]]:
    free_since = _last(ReferralEvent.type.in_((Happened.PUT_BEFORE_LEAD, Happened.RELEASED)))
    by_holder = ReferralEvent.actor == literal("lead:") + cast(Referral.claimed_by, String)
    acted = _last(or_(by_holder, ReferralEvent.type == Happened.HANDED_OVER))
    since = case((Referral.claimed_by.is_(None), free_since), else_=acted)
    told = _last(ReferralEvent.type == Happened.ESCALATED)
    free = (Referral.erased_at.is_(None), Referral.status == Status.WITH_LEAD)
    urgent = urgent_on(at.astimezone(LONDON).date())
    long, again = (or_(when <= at - after, urgent & (when <= at - urgent_after)) for when in (since, told))
    return select(Referral.id).where(*free, long, or_(told.is_(None), told < since, again))


def _owed(
    session: Session, referral: Referral, today: date, working_days_before: Sequence[int]
) -> dict[str, Any] | None:
    reminder = _reminder(referral, today, working_days_before)
    return None if reminder in _reminders(session, referral) else reminder


def _reminder(referral: Referral, today: date, working_days_before: Sequence[int]) -> dict[str, Any] | None:
    due = referral.next_due
    if due is None:
        return None
    if due < today:
        once = referral.status is Status.NOT_REFERRED
        return {"due": due.isoformat(), "overdue_on": (due + timedelta(days=1) if once else today).isoformat()}
    reached = [n for n in working_days_before if working_days_from(due, -n) <= today]
    return {"due": due.isoformat(), "working_days": min(reached)} if reached else None


def _reminders(session: Session, referral: Referral) -> list[dict[str, Any]]:
    of_it = (ReferralEvent.referral_id == referral.id, ReferralEvent.type == Happened.REMINDED)
    return [dict(event.data) for event in session.scalars(select(ReferralEvent).where(*of_it))]


def _last(which: ColumnElement[bool]) -> ScalarSelect[datetime]:
    """When the last such event of the referral was."""
    of_these = (ReferralEvent.referral_id == Referral.id, which)
    return select(func.max(ReferralEvent.at)).where(*of_these).correlate(Referral).scalar_subquery()
