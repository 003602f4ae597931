"""The mark on a card: which turn of which conversation it belongs to, so that an old one is known."""

from __future__ import annotations

import hashlib
from typing import Any

from bot.channels.teams.arrived import Press


def mark_of(token: str, turn: int) -> dict[str, Any]:
    """The mark of a turn. It names the conversation by a short hash: the token itself leaves the service never."""
    return {"turn": turn, "of": _short(token)}


def is_of(token: str | None, press: Press | None) -> bool:
    """Whether the pressed card belongs to this conversation; the welcome's button belongs to any."""
    return press is None or press.start or (token is not None and press.of == _short(token))


def _short(token: str) -> str:
    return hashlib.sha256(b"card of " + token.encode()).hexdigest()[:16]
