"""The chat page's two cookies, and the proof that a form was sent from our own page."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

from fastapi import Request, Response

from bot.settings import Settings

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


def proof(settings: Settings, held: str) -> str:
    """What the form's hidden field must say for a browser that holds this cookie value."""
    return hmac.new(settings.key.encode(), b"chat form:" + held.encode(), sha256).hexdigest()


def is_proof(settings: Settings, held: str | None, given: str) -> bool:
    """Whether the form came from a page that we gave to the browser that holds this cookie value."""
    return held is not None and hmac.compare_digest(proof(settings, held).encode(), given.encode())


def keep(response: Response, settings: Settings, name: str, value: str) -> None:
    """Sets one of the two cookies, out of scripts' reach, until the browser closes."""
    response.set_cookie(
        name, value, path=PATH, httponly=True, samesite="lax", secure=settings.public_url.startswith("https:")
    )


def forget(response: Response, name: str) -> None:
    """Removes one of the two cookies."""
    response.delete_cookie(name, path=PATH)
