"""Recording a step after the decision: one page a step, one date on it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from bot.deadlines.calendar import BeyondCalendar
from bot.referrals.after.recording import NotReferred, StepRefused, record_step
from bot.referrals.after.step import Step, step_of
from bot.referrals.permission import draft_for
from bot.referrals.problems import FactsRefused
from bot.web.chat_date import DateFields, NotADate
from bot.web.inbox.record_page import Faults, record
from bot.web.limits import was_cut
from bot.web.signin.guard import AtForm, AtInbox, SignedIn
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import judge_of, sessions_of
from bot.web.templating import page

router = APIRouter(route_class=LeadRoute)
TOO_LONG = "Date is far too long: enter a day, a month and a year"


def step_in_address(step: str) -> Step:
    """The step that the address names."""
    found = step_of(step)
    if found is None:
        raise HTTPException(404, "There is no such page")
    return found


def typed_date(
    day: Annotated[str, Form(alias="on-day")] = "",
    month: Annotated[str, Form(alias="on-month")] = "",
    year: Annotated[str, Form(alias="on-year")] = "",
) -> DateFields:
    """The three fields, as typed but for spaces around them."""
    return DateFields(*(part.strip() for part in (day, month, year)))


AtStep = Annotated[Step, Depends(step_in_address)]


@router.get("/inbox/{reference}/after/{step}")
def ask(request: Request, who: AtInbox, reference: str, step: AtStep) -> Response:
    """The page of the step."""
    return _page(request, who, reference, step, DateFields())


@router.post("/inbox/{reference}/after/{step}")
def take(
    request: Request,
    who: AtForm,
    reference: str,
    step: AtStep,
    typed: Annotated[DateFields, Depends(typed_date)],
) -> Response:
    """Record the step; what cannot be right is said beside the field, with what was typed still there."""
    try:
        if was_cut(request):
            raise NotADate("day", TOO_LONG)
        on = typed.read()
        with sessions_of(request).begin() as session:
            referral = draft_for(session, who.lead, reference)
            record_step(session, referral, who.lead, step, on, judge=judge_of(request))
    except NotADate as problem:
        return _page(request, who, reference, step, typed, 400, str(problem), problem.part)
    except (StepRefused, FactsRefused, BeyondCalendar) as problem:
        return _page(request, who, reference, step, typed, 400, str(problem))
    except NotReferred as problem:
        return record(request, who, reference, 409, faults=Faults(whole=str(problem)))
    return RedirectResponse(f"/inbox/{referral.reference}?done=step#after", 303)


def _page(
    request: Request,
    who: SignedIn,
    reference: str,
    step: Step,
    typed: DateFields,
    status: int = 200,
    fault: str = "",
    part: str = "day",
) -> Response:
    with sessions_of(request)() as session:
        shown = draft_for(session, who.lead, reference).reference
    return page(
        request, "inbox/after.html", status, who=who, reference=shown, step=step, typed=typed, fault=fault, part=part
    )
