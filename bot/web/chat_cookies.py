"""The chat page's two cookies."""

from __future__ import annotations

import secrets

from fastapi import Request, Response

from bot.settings import Settings
from bot.web.proof import signature

# Which conversation this browser is in. Until there is one, a random visit stands in for it.
CONVERSATION = "conversation"
VISIT = "visit"
PATH = "/chat"


def conversation_of(request: Request) -> str | None:
    """The token of the browser's conversation; None before the first message."""
    return request.cookies.get(CONVERSATION) or None


def visit_of(request: Request) -> str:
    """The random value that the browser holds before its first message; a new one when it holds none."""
    return request.cookies.get(VISIT) or secrets.token_urlsafe(24)


def has_any(request: Request) -> bool:
    """Whether the browser sent either cookie: some never do from a page inside another site."""
    return bool(request.cookies.get(VISIT) or request.cookies.get(CONVERSATION))


def first_token(settings: Settings, visit: str, key: str) -> str:
    """The token of the conversation that this browser's message of this key begins: the same when it comes again."""
    return signature(settings, "first message", f"{visit}:{key}")


def keep(
    response: Response, settings: Settings, name: str, value: str, path: str = PATH, age: int | None = None
) -> None:
    """Sets a cookie, out of scripts' reach, until the browser closes (or for `age` seconds).

    Where other sites may frame the chat, the cookie is sent in their pages too, kept apart for each such site
    (Partitioned). Browsers take that over https only; over http, and where nobody may frame us, it stays at home.
    """
    secure = settings.public_url.startswith("https:")
    abroad = secure and bool(settings.frame_origins)
    response.set_cookie(
        name, value, path=path, max_age=age, httponly=True, samesite="none" if abroad else "lax", secure=secure
    )
    if abroad:  # Starlette's own `partitioned` wants Python 3.14
        header, cookie = response.raw_headers[-1]
        response.raw_headers[-1] = (header, cookie + b"; Partitioned")


def forget(response: Response, settings: Settings, name: str) -> None:
    """Removes one of the two cookies."""
    keep(response, settings, name, "", age=0)
