"""The timeline after the decision, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fastapi import Request
from sqlalchemy.orm import Session

from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.check import ImpossibleDate
from bot.deadlines.deadline import Deadline
from bot.deadlines.near import how_near
from bot.deadlines.spoken import long_date
from bot.deadlines.words import CONVENTION, describe
from bot.guidance.model import DeadlineRule
from bot.referrals.after.step import STEPS
from bot.referrals.after.timeline import known_days, rules_of, timeline
from bot.referrals.history import events_of
from bot.referrals.referral import Referral
from bot.referrals.status import Status
from bot.web.state import packs_of, settings_of


@dataclass(frozen=True)
class StepView:
    """A step: its day as it is read, empty while it is not recorded."""

    id: str
    title: str
    on: str


@dataclass(frozen=True)
class OwedView:
    """A date owed next."""

    title: str
    due: str
    left: str
    overdue: bool
    words: str


@dataclass(frozen=True)
class AfterView:
    """The steps in their order, what is owed next, how days are counted, and why they could not be, if so."""

    steps: list[StepView]
    owed: list[OwedView]
    convention: str
    trouble: str = ""


def rules_for(request: Request, referral: Referral) -> tuple[DeadlineRule, ...]:
    """The deadlines that hold for the referral, in the words that fit it today."""
    return rules_of(packs_of(request), referral, settings_of(request).date_today())


def after_view(request: Request, session: Session, referral: Referral, today: date) -> AfterView | None:
    """The view of this referral; None before a decision to refer."""
    if referral.status is not Status.SENT:
        return None
    days = known_days(referral, events_of(session, referral))
    steps = [StepView(s.id, s.title, long_date(days[s.date]) if s.date in days else "") for s in STEPS]
    try:
        owed = timeline(rules_for(request, referral), referral, days, today).owed
    except (ImpossibleDate, BeyondCalendar) as problem:
        return AfterView(steps, [], CONVENTION, str(problem))
    return AfterView(steps, [_owed(each, each.due) for each in owed if each.due is not None], CONVENTION)


def _owed(deadline: Deadline, due: date) -> OwedView:
    title = f"{deadline.title}{' (estimate)' if deadline.estimate else ''}"
    return OwedView(
        title, long_date(due), how_near(deadline.near), deadline.near.state == "overdue", describe(deadline)
    )
