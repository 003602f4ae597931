"""How often one address may try the sign-in forms."""

from __future__ import annotations

from fastapi import Request

from bot.channels.pace import Pace, address_of
from bot.settings import Settings

MOST, MINUTES = 30, 10
"""An office shares an address: thirty tries in ten minutes let a team in and stop a machine."""


def sign_in_pace(settings: Settings) -> Pace:
    """The count of tries, by the sender's address (behind a proxy: the one that the proxy vouches for)."""
    return Pace("sign-in", MOST, minutes=MINUTES, redis_url=settings.redis_url)


def knock(request: Request) -> None:
    """Count a try. Raises Problem 429."""
    pace: Pace = request.app.state.sign_in_pace
    pace.check(address_of(request))
