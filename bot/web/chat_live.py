"""News for open pages: a stream of events, and the same by asking now and then."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from sse_starlette import EventSourceResponse

from bot.channels.live import Standing
from bot.channels.problems import ExpiredConversation, UnknownConversation
from bot.web import chat_cookies as cookies
from bot.web.chat_visit import Guide

router = APIRouter(include_in_schema=False)
LONGEST = 600
"""Seconds that one stream lasts; the browser then opens the next, and nothing that is dead stays behind."""
PING = 20
OVER = {"messages": 0, "seconds": 0}


@router.get("/chat/live")
async def live(request: Request) -> Response:
    """Server-sent events, one at once and one at each change: how many messages there are and the seconds left.

    What was said is not in them: the page fetches it. Without a conversation 204, which tells the browser not to
    ask again.
    """
    guide: Guide = request.app.state.conversations
    found = await _standing(request)
    if found is None:
        return Response(status_code=204)
    return EventSourceResponse(_events(guide, *found), ping=PING, send_timeout=PING)


@router.get("/chat/standing")
async def standing(request: Request) -> Response:
    """What the newest event would say, for a page that cannot hold a stream open."""
    found = await _standing(request)
    return JSONResponse(_said(found[1]) if found else OVER)


async def _standing(request: Request) -> tuple[str, Standing] | None:
    guide: Guide = request.app.state.conversations
    token = cookies.conversation_of(request)
    try:
        return await asyncio.to_thread(guide.standing, token) if token else None
    except (UnknownConversation, ExpiredConversation):
        return None


async def _events(guide: Guide, conversation: str, found: Standing) -> AsyncIterator[dict[str, str]]:
    try:
        async with asyncio.timeout(LONGEST), aclosing(guide.live.watch(conversation, found)) as news:
            async for newest in news:
                yield {"data": json.dumps(_said(newest))}
                if not newest.seconds_left:
                    return
    except TimeoutError:
        return


def _said(standing: Standing) -> dict[str, int]:
    return {"messages": standing.messages, "seconds": standing.seconds_left}
