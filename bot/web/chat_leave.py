"""Leaving the page quickly, and keeping a conversation open for longer."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

from bot.channels.conversations import Conversations
from bot.channels.problems import ExpiredConversation, UnknownConversation
from bot.storage.database import AWAY
from bot.web import chat_cookies as cookies
from bot.web.chat_form import FieldError, Submitted, read_form
from bot.web.chat_page import REFUSED, proof_in
from bot.web.chat_visit import Visit, Visiting
from bot.web.form.link import COOKIE as FORM_COOKIE
from bot.web.form.link import PATH as FORM_PATH
from bot.web.templating import page

log = logging.getLogger(__name__)
router = APIRouter(include_in_schema=False)
TRIES = 5
"""At ending a conversation that was left: a turn under way, or a busy database, may be in the way for a moment."""
OVER = {"messages": 0, "seconds": 0}


@router.post("/chat/leave")
async def leave(request: Request) -> Response:
    """Leads away at once and ends the conversation; a form that is not ours leads away, but ends nothing.

    The page says nothing and leads on by a header: no script is needed, and the security policy lets no form be
    redirected to another site. It does not wait for the database, which may be slow or gone.
    """
    visit = Visit(request)
    ours = visit.is_own_form(await proof_in(request))
    away = visit.settings.leave_to
    response = page(visit.request, "leaving.html", away=away)
    response.headers["Refresh"] = f"0; url={away}"
    for name in (cookies.CONVERSATION, cookies.VISIT):
        cookies.forget(response, visit.settings, name)
    response.delete_cookie(FORM_COOKIE, path=FORM_PATH)  # the record's form would stay open to whoever comes next
    if ours and visit.token is not None:
        response.background = BackgroundTask(_end, visit.guide, visit.token)
    return response


@router.get("/chat/standing")
async def standing(request: Request) -> Response:
    """How many messages there are and the seconds left; nothing of what was said. The page's script asks now and then,
    because a conversation may be open in two windows, be carried on elsewhere, or end."""
    guide: Conversations = request.app.state.conversations
    token = cookies.conversation_of(request)
    try:
        found = await asyncio.to_thread(guide.standing, token) if token else None
    except (UnknownConversation, ExpiredConversation):
        found = None
    return JSONResponse({"messages": found.messages, "seconds": found.seconds_left} if found else OVER)


@router.post("/chat/extend")
async def extend(visit: Visiting) -> Response:
    """Keeps the conversation for as long again as at its last message. What was typed comes back as it was."""
    sent = read_form(await visit.request.form())
    if not visit.is_own_form(sent.proof):
        return visit.render(Submitted(), FieldError("text", REFUSED.stale_form), 403)
    await _keep_open(visit)
    return visit.render(sent)


def _end(guide: Conversations, token: str) -> None:
    for _ in range(TRIES):
        try:
            return guide.end(token)
        except (UnknownConversation, ExpiredConversation):
            return None
        except AWAY:
            continue
    log.error("a conversation that was left could not be ended: the database does not answer")
    return None


async def _keep_open(visit: Visit) -> None:
    if visit.token is None:
        return
    with suppress(UnknownConversation, ExpiredConversation):  # over in the meantime: reading it again says so
        await asyncio.to_thread(visit.guide.keep_open, visit.token)
    await visit.read()
