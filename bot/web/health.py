"""Whether the service lives, whether it is ready, and its counts for Prometheus (no case text, no identifier)."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.referrals.cover import gaps
from bot.storage.database import AWAY, Sessions

router = APIRouter()
PATIENCE = 2.0
"""Seconds that the database has to answer a health check."""


@router.get("/health/live")
async def live() -> dict[str, str]:
    """The process answers. On the event loop, so that no database holds it up."""
    return {"status": "live"}


@router.get("/health/ready")
async def ready(request: Request) -> Response:
    """The database answers too; the model was loaded before the first request could come. `leads` is there where some
    draft has, or would have, nobody: ready all the same, since a practitioner is still answered.
    """
    try:
        alone = await asyncio.wait_for(asyncio.to_thread(_answers, request.app.state.sessions), PATIENCE)
    except (*AWAY, TimeoutError):
        return JSONResponse({"status": "not ready", "why": "the database does not answer"}, 503, {"Retry-After": "5"})
    return JSONResponse({"status": "ready"} | ({"leads": "see cspr leads check"} if alone else {}))


@router.get("/metrics")
async def metrics() -> Response:
    """Counters and timings of this process."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def _answers(sessions: Sessions) -> bool:
    with sessions() as session:
        return bool(gaps(session))
