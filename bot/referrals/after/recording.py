"""A lead records that a step was taken, and on which day. Recorded again, the newer day counts."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.deadlines.check import impossible_dates
from bot.deadlines.spoken import long_date
from bot.referrals.after.step import Step
from bot.referrals.after.timeline import known_days, rules_of, timeline
from bot.referrals.history import append, events_of, hold_row, lead_actor
from bot.referrals.judging import Judge
from bot.referrals.lead import Lead
from bot.referrals.permission import require_sight
from bot.referrals.problems import ReferralProblem
from bot.referrals.record.options import YesNo
from bot.referrals.record.prefill import SAME
from bot.referrals.record.store import current_record, write_record
from bot.referrals.referral import Referral
from bot.referrals.status import Status
from bot.storage.base import now

IN_RECORD: dict[str, tuple[str, dict[str, YesNo]]] = {
    "la_aware_on": ("incident", {}),
    "notified_on": ("notified", {"panel": YesNo.YES}),
}
"""The steps whose day is a field of the record: its group, and what else is so then."""


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
    judge: Judge,
    at: datetime | None = None,
) -> None:
    """Record that the step was taken on this day; the next date owed follows from it.

    The rules are those of the pack that the referral was assessed under. Raises NotReferred, StepRefused,
    NoSuchReferral, or BeyondCalendar past the listed bank holidays; nothing is changed then.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    if referral.status is not Status.SENT:
        raise NotReferred("Only after a decision to refer can the steps that follow be recorded")
    days = known_days(referral, events_of(session, referral)) | {step.date: on}
    _refuse_impossible(days, step, judge.today)
    after = timeline(rules_of(judge.packs, referral, judge.today), referral, days, judge.today)
    append(session, referral, step.happened, lead_actor(lead), data={"on": on.isoformat()}, at=at)
    _write_into_record(session, referral, lead_actor(lead), step, on, judge, at or now())
    referral.next_due = after.next_due
    session.flush()


def _write_into_record(
    session: Session, referral: Referral, actor: str, step: Step, on: date, judge: Judge, at: datetime
) -> None:
    """A day that the record has a field for stands there too."""
    if step.date not in IN_RECORD:
        return
    section, values = IN_RECORD[step.date]
    before = current_record(session, referral).record
    part = before.section(section).model_copy(update={**values, SAME[step.date][1]: on})
    if part != before.section(section):
        write_record(session, referral, before, before.having(section, part), actor, judge, at)


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
