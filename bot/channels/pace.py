"""How often one sender may knock: counted over a moving window, in Redis where several processes share a service."""

from __future__ import annotations

import math
import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from bot.channels.problems import Problem


class Pace:
    """At most `most` knocks in `minutes` from one sender. `name` keeps the counts of several doors apart."""

    def __init__(self, name: str, most: int, *, minutes: int = 1, redis_url: str | None = None) -> None:
        self._limit: RateLimitItem = RateLimitItemPerMinute(most, minutes, namespace=f"guide-{name}")
        self._window = MovingWindowRateLimiter(storage_from_string(redis_url or "memory://"))

    def check(self, sender: str) -> None:
        """Count a knock. Raises Problem 429, with the seconds to wait, when the window is full."""
        if self._window.hit(self._limit, sender):
            return
        opens = self._window.get_window_stats(self._limit, sender).reset_time
        wait = max(1, math.ceil(opens - time.time()))
        found = f"More than {self._limit.amount} in {_spoken(self._limit.multiples)}"
        raise Problem(429, "Too fast", f"{found}. Wait {wait} seconds.", wait)


def _spoken(minutes: int) -> str:
    return "a minute" if minutes == 1 else f"{minutes} minutes"
