"""The chat as a page: a form that works by itself, and answers the page's script with pieces of the page."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from bot.channels.problems import NotTaken, Problem
from bot.dialogue.resume_codes import code_in
from bot.storage.database import AWAY
from bot.web.chat_form import FieldError, Submitted, answer_of, read_form
from bot.web.chat_view import last_line
from bot.web.chat_visit import Visit, Visiting
from bot.web.english import ENGLISH
from bot.web.templating import areas_of, page

router = APIRouter(include_in_schema=False)
REFUSED = ENGLISH.refused


@router.get("/chat")
async def show_chat(visit: Visiting, area: str | None = None, seen: int = 0, checked: bool = False) -> Response:
    """The conversation so far and the form. `area` is told to the guide with the first message.

    The page's script asks for what came after message `seen`. In a frame on another site the first thing is to see
    whether the browser sends cookies from there: where it does not, the page leads to a tab of its own.
    """
    known = area if area in areas_of(visit.request) else None
    if visit.place.framed and not visit.has_cookies:
        if checked:
            return visit.page("no_cookies.html", area=known)
        return visit.back(area=known or "", checked="1")
    return visit.render(Submitted(area=known, seen=seen))


@router.post("/chat")
async def say(request: Request) -> Response:
    """Takes one turn, then shows what came of it. What is refused comes back as typed, with the reason."""
    visit, sent = Visit(request), read_form(await request.form())
    try:
        await visit.read()
    except AWAY:
        return _unsent(visit, sent)
    if not visit.is_own_form(sent.proof):
        reason = REFUSED.stale_form if visit.request.cookies else REFUSED.no_cookies
        return visit.render(sent, FieldError("text", reason), 403)
    if await visit.has_taken(sent):
        return _taken(visit, sent)
    # Values of choices recur from question to question: an answer to an older one must not count here.
    if sent.seen < last_line(visit.transcript):
        return visit.render(sent, FieldError("text", REFUSED.moved_on), 409)
    try:
        answer = answer_of(sent, visit.transcript)
        await visit.take(answer, sent)
    except FieldError as fault:
        return visit.render(sent, fault, 400)
    except Problem as problem:
        response = visit.render(sent, FieldError(_field_of(sent), problem.detail), problem.status)
        if problem.retry_after is not None:
            response.headers["Retry-After"] = str(problem.retry_after)
        return response
    return _taken(visit, sent, unsent=sent.text if answer.button else "")


def _unsent(visit: Visit, sent: Submitted) -> Response:
    """Where not even the conversation can be read: what was typed, to be sent again as it was."""
    problem = visit.guide.refusal(NotTaken(), sent.text)
    response = page(visit.request, "unsent.html", 503, problem=problem, sent=sent, place=visit.place)
    response.headers["Retry-After"] = str(problem.retry_after)
    return response


def _taken(visit: Visit, sent: Submitted, unsent: str = "") -> Response:
    """What came of a turn; `unsent` is what was typed beside the button that was pressed."""
    if unsent or visit.wants_a_piece:
        resumed = code_in(sent.text) is not None  # it is another conversation now: all of it is new to the page
        return visit.render(Submitted(text=unsent, area=sent.area, seen=0 if resumed else sent.seen), whole=resumed)
    return visit.back("#latest")


@router.post("/chat/new")
async def start_again(visit: Visiting) -> Response:
    """Leaves the conversation and opens the page for a new one in the same area."""
    if not visit.is_own_form(await proof_in(visit.request)):
        return visit.render(Submitted(), FieldError("text", REFUSED.stale_form), 403)
    visit.token = None
    return visit.back(area=visit.transcript.area or "")


async def proof_in(request: Request) -> str:
    """The proof in a form that holds nothing else."""
    return read_form(await request.form()).proof


def _field_of(sent: Submitted) -> str:
    if sent.choices:
        return "choice"
    return "text" if sent.date.is_empty() else "date-day"
