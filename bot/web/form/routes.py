"""The practitioner's pages: the list of tasks, each page, the answer to the lead, checking, handing in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from bot.referrals.problems import ReferralProblem
from bot.referrals.questions import hand_in
from bot.web.form import answer_page, link, overview
from bot.web.form.link import AtDesk, AtOwnForm
from bot.web.form.pages import REMOVE, confirm_removal, remove, save, show
from bot.web.form.route import FormRoute, form_data
from bot.web.state import sessions_of

router = APIRouter(route_class=FormRoute, include_in_schema=False)
router.include_router(link.router)  # first: a page's path may be anything
Sent = Annotated[FormData, Depends(form_data)]


@router.get("/form")
def tasks(request: Request, desk: AtDesk) -> Response:
    """The list of tasks."""
    return overview.task_list(request, desk)


@router.get("/form/check")
def check(request: Request, desk: AtDesk) -> Response:
    """All answers on one page, to be checked."""
    return overview.check(request, desk)


@router.post("/form/check")
def put_before_lead(request: Request, desk: AtOwnForm) -> Response:
    """Put it before the lead."""
    try:
        with sessions_of(request).begin() as session:
            hand_in(session, desk.referral(session))
    except ReferralProblem as problem:
        return overview.check(request, desk, 409, whole=str(problem))
    return RedirectResponse("/form/done", 303)


@router.get("/form/done")
def done(request: Request, desk: AtDesk) -> Response:
    """It is with the lead."""
    return overview.done(request, desk)


@router.get("/form/answer")
def question(request: Request, desk: AtDesk) -> Response:
    """What the lead asked, and room for the answer."""
    return answer_page.show(request, desk)


@router.post("/form/answer")
def answer(request: Request, desk: AtOwnForm, sent: Sent) -> Response:
    """Keep the answer and put the draft before the lead again."""
    return answer_page.save(request, desk, sent)


@router.get("/form/{path:path}")
def one_page(request: Request, desk: AtDesk, path: str) -> Response:
    """A page of the form."""
    return (confirm_removal if path.endswith(f"/{REMOVE}") else show)(request, desk, path)


@router.post("/form/{path:path}")
def take(request: Request, desk: AtOwnForm, path: str, sent: Sent) -> Response:
    """What was typed into it."""
    return (remove if path.endswith(f"/{REMOVE}") else save)(request, desk, path, sent)
