"""The chat as a page: a form that works by itself, and answers the page's script with pieces of the page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from bot.channels.problems import Problem
from bot.web.chat_form import FieldError, Submitted, answer_of, read_form
from bot.web.chat_view import last_line
from bot.web.chat_visit import Visit
from bot.web.templating import areas_of

router = APIRouter(include_in_schema=False)

NO_COOKIES = "This page needs cookies to keep your conversation apart. Allow them, then send it again"
STALE_FORM = "This page was out of date, so nothing was sent just now. Look at the conversation, then send it again"
MOVED_ON = (
    "The conversation has moved on since this page was shown. What is new is above. "
    "Look whether your message is there before you send it again"
)


async def visit_with_transcript(request: Request) -> Visit:
    """FastAPI dependency: the visit, with what has been said so far."""
    visit = Visit(request)
    await visit.read()
    return visit


Visiting = Annotated[Visit, Depends(visit_with_transcript)]


@router.get("/chat")
async def show_chat(visit: Visiting, area: str | None = None) -> Response:
    """The conversation so far and the form. `area` is told to the guide with the first message."""
    known = area if area in areas_of(visit.request) else None
    return visit.render(Submitted(area=known))


@router.post("/chat")
async def say(visit: Visiting) -> Response:
    """Takes one turn, then shows what came of it. What is refused comes back as typed, with the reason."""
    sent = read_form(await visit.request.form())
    if not visit.is_own_form(sent):
        reason = STALE_FORM if visit.request.cookies else NO_COOKIES
        return visit.render(sent, FieldError("text", reason), 403)
    # Values of choices recur from question to question: an answer to an older one must not count here.
    if sent.seen < last_line(visit.transcript):
        return visit.render(sent, FieldError("text", MOVED_ON), 409)
    try:
        answer = answer_of(sent, visit.transcript)
        await visit.take(answer, sent.area)
    except FieldError as fault:
        return visit.render(sent, fault, 400)
    except Problem as problem:
        response = visit.render(sent, FieldError(_field_of(sent), problem.detail), problem.status)
        if problem.retry_after is not None:
            response.headers["Retry-After"] = str(problem.retry_after)
        return response
    unsent = sent.text if answer.button else ""
    if unsent or visit.wants_a_piece:
        return visit.render(Submitted(text=unsent, area=sent.area, seen=sent.seen))
    response = RedirectResponse("/chat#latest", status_code=303)
    visit.set_cookies(response)
    return response


@router.post("/chat/new")
async def start_again(visit: Visiting) -> Response:
    """Leaves the conversation and opens the page for a new one in the same area."""
    sent = read_form(await visit.request.form())
    if not visit.is_own_form(sent):
        return visit.render(sent, FieldError("text", STALE_FORM), 403)
    area = visit.transcript.area
    visit.token = None
    response = RedirectResponse(f"/chat?area={area}" if area else "/chat", status_code=303)
    visit.set_cookies(response)
    return response


def _field_of(sent: Submitted) -> str:
    if sent.choices:
        return "choice"
    return "text" if sent.date.is_empty() else "date-day"
