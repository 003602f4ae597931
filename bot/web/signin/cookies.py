"""The two cookies of a lead's browser: the signed-in session, and before it a random visit."""

from __future__ import annotations

import secrets

from fastapi import Request, Response

from bot.referrals.access.lead_session import SESSION_LASTS
from bot.settings import Settings

SESSION = "lead"
VISIT = "lead_visit"
VISIT_PATH = "/sign-in"


def session_token(request: Request) -> str | None:
    """The token of the signed-in session that the browser claims to hold."""
    return request.cookies.get(SESSION) or None


def browser_of(request: Request) -> str:
    """What the browser calls itself; a session is bound to it."""
    return request.headers.get("user-agent", "")


def visit(request: Request) -> str:
    """The random value that a browser holds before sign-in; a new one when it holds none."""
    return request.cookies.get(VISIT) or secrets.token_urlsafe(24)


def keep_session(response: Response, settings: Settings, token: str) -> None:
    """Hand the browser its session, out of scripts' reach."""
    lasts = int(SESSION_LASTS.total_seconds())
    response.set_cookie(
        SESSION, token, max_age=lasts, httponly=True, samesite="lax", secure=_encrypted(settings), path="/"
    )


def keep_visit(response: Response, settings: Settings, value: str) -> None:
    """Hand the browser the value that its sign-in forms are tied to."""
    response.set_cookie(VISIT, value, httponly=True, samesite="lax", secure=_encrypted(settings), path=VISIT_PATH)


def forget_session(response: Response) -> None:
    """Take the session back."""
    response.delete_cookie(SESSION, path="/")


def _encrypted(settings: Settings) -> bool:
    return settings.public_url.startswith("https:")
