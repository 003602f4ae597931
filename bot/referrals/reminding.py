"""What the service notices by itself: a date that is near, and a draft that waits for a lead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, String, case, cast, func, literal, or_, select
from sqlalchemy.orm import Session

from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.count import add_working_days
from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.history import append, hold_row
from bot.referrals.referral import Referral
from bot.referrals.status import Status

THE_SERVICE = "service"
"""The actor of what the service does by itself."""

OPEN = (Status.WITH_LEAD, Status.NEEDS_INFORMATION, Status.SENT)
FURTHEST = timedelta(days=31)


def near(session: Session, today: date) -> list[int]:
    """The ids of the referrals whose next date is near, the nearest first."""
    soon = select(Referral.id).where(
        Referral.erased_at.is_(None), Referral.status.in_(OPEN), Referral.next_due.between(today, today + FURTHEST)
    )
    return list(session.scalars(soon.order_by(Referral.next_due)))


def remind(session: Session, number: int, today: date, working_days_before: Sequence[int], at: datetime) -> bool:
    """Record a reminder if this referral's date is now as near as one of these numbers of working days; whether it
    was. Each date is reminded of once for each number, and once only where several are reached together.
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
    taken no step for so long, and of which that was not recorded since.
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


def _unclaimed(at: datetime, after: timedelta, urgent_after: timedelta) -> Select[tuple[int]]:
    free_since = _last(ReferralEvent.type.in_((Happened.PUT_BEFORE_LEAD, Happened.RELEASED)))
    by_holder = ReferralEvent.actor == literal("lead:") + cast(Referral.claimed_by, String)
    acted = _last(or_(by_holder, ReferralEvent.type == Happened.HANDED_OVER))
    since = case((Referral.claimed_by.is_(None), free_since), else_=acted)
    told = _last(ReferralEvent.type == Happened.ESCALATED)
    free = (Referral.erased_at.is_(None), Referral.status == Status.WITH_LEAD)
    long = or_(since <= at - after, Referral.urgent & (since <= at - urgent_after))
    return select(Referral.id).where(*free, long, or_(told.is_(None), told < since))


def _owed(
    session: Session, referral: Referral, today: date, working_days_before: Sequence[int]
) -> dict[str, Any] | None:
    reminder = _reminder(referral, today, working_days_before)
    return None if reminder in _reminders(session, referral) else reminder


def _reminder(referral: Referral, today: date, working_days_before: Sequence[int]) -> dict[str, Any] | None:
    due = referral.next_due
    reached = [n for n in working_days_before if due is not None and _days_before(due, n) <= today <= due]
    return {"due": due.isoformat(), "working_days": min(reached)} if due is not None and reached else None


def _reminders(session: Session, referral: Referral) -> list[dict[str, Any]]:
    of_it = (ReferralEvent.referral_id == referral.id, ReferralEvent.type == Happened.REMINDED)
    return [dict(event.data) for event in session.scalars(select(ReferralEvent).where(*of_it))]


def _last(which: ColumnElement[bool]) -> ScalarSelect[datetime]:
    """When the last such event of the referral was."""
    of_these = (ReferralEvent.referral_id == Referral.id, which)
    return select(func.max(ReferralEvent.at)).where(*of_these).correlate(Referral).scalar_subquery()


def _days_before(due: date, working_days: int) -> date:
    try:
        return add_working_days(due, -working_days).due
    except BeyondCalendar:  # only a reminder: a guess does no harm here
        return due - timedelta(days=working_days)
