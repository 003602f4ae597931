"""A lead records that a step was taken, and on which day. Recorded again, the newer day counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.deadlines.check import impossible_dates
from bot.deadlines.spoken import long_date
from bot.guidance.model import DeadlineRule
from bot.referrals.after.step import Step
from bot.referrals.after.timeline import known_days, timeline
from bot.referrals.history import append, events_of, hold_row, lead_actor
from bot.referrals.lead import Lead
from bot.referrals.permission import require_sight
from bot.referrals.problems import ReferralProblem
from bot.referrals.referral import Referral
from bot.referrals.status import Status


class NotReferred(ReferralProblem):
    """There was no decision to refer, so no step follows from it."""


class StepRefused(ReferralProblem):
    """The day cannot be right; the message says what was found and what is expected."""


def record_step(
    session: Session,
    referral: Referral,
    lead: Lead,
    step: Step,
    on: date,
    *,
    rules: Iterable[DeadlineRule],
    today: date,
    at: datetime | None = None,
) -> None:
    """Record that the step was taken on this day; the next date owed follows from it.

    `rules` are the deadlines of the pack that the referral was assessed under. Raises NotReferred, StepRefused,
    NoSuchReferral, or BeyondCalendar past the listed bank holidays; nothing is changed then.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    if referral.status is not Status.SENT:
        raise NotReferred("Only after a decision to refer can the steps that follow be recorded")
    days = known_days(referral, events_of(session, referral)) | {step.date: on}
    _refuse_impossible(days, step, today)
    after = timeline(rules, referral, days, today)
    append(session, referral, step.happened, lead_actor(lead), data={"on": on.isoformat()}, at=at)
    referral.next_due = after.next_due
    session.flush()


def _refuse_impossible(days: dict[str, date], step: Step, today: date) -> None:
    for refusal in impossible_dates(days, today):
        raise StepRefused(str(refusal))
    on, notified = days[step.date], days.get("notified_on")
    if step.date != "rapid_review_on":
        return
    if on > today:
        raise StepRefused(f"The day must not be after today, {long_date(today)}: found {long_date(on)}")
    if notified is not None and on < notified:
        before = f"the day the notification was sent, {long_date(notified)}"
        raise StepRefused(f"The day must not be before {before}: found {long_date(on)}")
