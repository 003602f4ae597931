"""The practitioner's list of tasks, all answers on one page, and the page after handing in."""

from __future__ import annotations

from fastapi import Request, Response
from sqlalchemy.orm import Session

from bot.guidance.says import say
from bot.referrals.moments import moment_words
from bot.referrals.permission import leads_of
from bot.referrals.questions import waiting_question
from bot.referrals.record.in_words import groups_in_words
from bot.referrals.record.needs import missing, situation_of
from bot.referrals.record.reading import decisions_of
from bot.referrals.record.record import Record
from bot.referrals.record.situation import Situation
from bot.referrals.record.store import current_record
from bot.referrals.record.whole import DECIDED_AS
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED, SAID, Decision
from bot.web.form.desk import Desk
from bot.web.form.tasks import SECTIONS, tasks
from bot.web.state import sessions_of, settings_of
from bot.web.templating import page

NOBODY = say("draft_nobody")


def task_list(request: Request, desk: Desk) -> Response:
    """What there is to fill in, and how far it has come."""
    with sessions_of(request)() as session:
        referral, record, situation = _read(request, desk, session)
        saved = current_record(session, referral)
        context = {
            **desk.context(),
            "base": desk.base,
            "reference": referral.reference,
            "said": SAID[referral.status],
            "decided": _decision(session, referral),
            "urgent": referral.urgent,
            "question": waiting_question(session, referral),
            "headings": tasks(record, situation),
            "to_do": len(missing(record, situation)),
            "saved_at": moment_words(saved.at) if saved.at else "",
            "nobody": "" if leads_of(session, referral) else NOBODY,
        }
    return page(request, "form/tasks.html", **context)


def check(request: Request, desk: Desk, status: int = 200, *, whole: str = "") -> Response:
    """All answers, each with a link to change it."""
    with sessions_of(request)() as session:
        referral, record, situation = _read(request, desk, session)
        asked = groups_in_words(record, situation)
        context = {
            **desk.context(),
            "base": desk.base,
            "csrf": desk.csrf,
            "groups": [group for name in SECTIONS for group in asked if group.id == name],
            "missing": missing(record, situation),
            "whole": whole,
            "decided": referral.status in DECIDED,
        }
    return page(request, "form/check.html", status, **context)


def done(request: Request, desk: Desk) -> Response:
    """What happens next."""
    with sessions_of(request)() as session:
        referral, record, situation = _read(request, desk, session)
        context = {
            **desk.context(),
            "base": desk.base,
            "reference": referral.reference,
            "to_do": len(missing(record, situation)),
            "nobody": "" if leads_of(session, referral) else NOBODY,
        }
    return page(request, "form/done.html", **context)


def _decision(session: Session, referral: Referral) -> str:
    """What the lead decided, without the reason; empty before that."""
    taken = decisions_of(session, referral)
    return DECIDED_AS[Decision(taken[-1].decision)] if referral.status in DECIDED and taken else ""


def _read(request: Request, desk: Desk, session: Session) -> tuple[Referral, Record, Situation]:
    referral = desk.referral(session)
    record = current_record(session, referral).record
    return referral, record, situation_of(record, referral.area, settings_of(request).date_today())
