"""What is urgent on a day: danger, or a date within one working day, or one that is overdue."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement, or_

from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.count import add_working_days
from bot.deadlines.near import how_near, near
from bot.deadlines.spoken import long_date
from bot.referrals.referral import Referral


def is_urgent(referral: Referral, today: date) -> bool:
    """Whether it must be read now."""
    return referral.danger > 0 or (referral.next_due is not None and referral.next_due <= next_working_day(today))


def urgent_on(today: date) -> ColumnElement[bool]:
    """The same for a query."""
    return or_(Referral.danger > 0, Referral.next_due <= next_working_day(today))


def next_working_day(today: date) -> date:
    """The first working day after this one."""
    return working_days_from(today, 1)


def working_days_from(day: date, working_days: int) -> date:
    """So many working days after this day, or before it; only a guess past the list of bank holidays."""
    try:
        return add_working_days(day, working_days).due
    except BeyondCalendar:  # no more than a reminder hangs on it
        return day + timedelta(days=working_days)


def due_words(referral: Referral, today: date) -> str:
    """What is due next, when, and how near that is; nothing of the case. Empty where there is no date."""
    due = referral.next_due
    if due is None:
        return ""
    deadlines = referral.assessment.get("deadlines") or []
    title = next((each["title"] for each in deadlines if each.get("due") == due.isoformat()), "The next date")
    return f"{title}: {long_date(due)}, {how_near(near('', due, {}, today)).lower()}"
