"""Whether the service lives, whether it is ready, and its counts for Prometheus (no case text, no identifier)."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text

router = APIRouter()


@router.get("/health/live")
def live() -> dict[str, str]:
    """The process answers."""
    return {"status": "live"}


@router.get("/health/ready")
def ready(request: Request) -> dict[str, str]:
    """The database answers too; the model was loaded before the first request could come."""
    with request.app.state.sessions() as session:
        session.execute(text("SELECT 1"))
    return {"status": "ready"}


@router.get("/metrics")
def metrics() -> Response:
    """Counters and timings of this process."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
