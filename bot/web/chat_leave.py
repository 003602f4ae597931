"""Leaving the page quickly, and keeping a conversation open for longer."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from fastapi import APIRouter, Response

from bot.channels.problems import ExpiredConversation, UnknownConversation
from bot.web import chat_cookies as cookies
from bot.web.chat_form import FieldError, Submitted, read_form
from bot.web.chat_page import REFUSED, proof_in
from bot.web.chat_visit import Visit, Visiting
from bot.web.templating import render

router = APIRouter(include_in_schema=False)


@router.post("/chat/leave")
async def leave(visit: Visiting) -> Response:
    """Ends the conversation and leads away at once; so does a form that is not ours, but that ends nothing.

    The page says nothing and leads on by a header: no script is needed, and the security policy lets no form be
    redirected to another site.
    """
    if visit.token is not None and visit.is_own_form(await proof_in(visit.request)):
        await asyncio.to_thread(visit.guide.end, visit.token)
    away = visit.settings.leave_to
    response = render(visit.request, "leaving.html", {"away": away})
    response.headers["Refresh"] = f"0; url={away}"
    for name in (cookies.CONVERSATION, cookies.VISIT):
        cookies.forget(response, visit.settings, name)
    return response


@router.post("/chat/extend")
async def extend(visit: Visiting) -> Response:
    """Keeps the conversation for as long again as at its last message. What was typed comes back as it was."""
    sent = read_form(await visit.request.form())
    if not visit.is_own_form(sent.proof):
        return visit.render(Submitted(), FieldError("text", REFUSED.stale_form), 403)
    await _keep_open(visit)
    return visit.render(sent)


async def _keep_open(visit: Visit) -> None:
    if visit.token is None:
        return
    with suppress(UnknownConversation, ExpiredConversation):  # over in the meantime: reading it again says so
        await asyncio.to_thread(visit.guide.keep_open, visit.token)
    await visit.read()
