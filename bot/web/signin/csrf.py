"""Proof that a form was sent from our own page: an HMAC of what the browser's cookie holds."""

from __future__ import annotations

import hmac
from hashlib import sha256

from bot.settings import Settings


def form_token(settings: Settings, held: str) -> str:
    """What the hidden field of a form says, for a browser whose cookie holds this value."""
    return hmac.new(settings.key.encode(), b"lead form:" + held.encode(), sha256).hexdigest()


def is_form_token(settings: Settings, held: str | None, given: str) -> bool:
    """Whether the form came from a page that we gave to this browser; compared in constant time."""
    return bool(held) and hmac.compare_digest(form_token(settings, held or "").encode(), given.encode())
