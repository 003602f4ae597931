"""How often one sender may knock: counted over a moving window, in Redis where several processes share a service."""

from __future__ import annotations

import logging
import math
import time
from ipaddress import IPv6Address, ip_address

from fastapi import Request
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import MovingWindowRateLimiter
from redis.backoff import NoBackoff
from redis.retry import Retry

from bot.channels.problems import CALL_999, Problem

log = logging.getLogger(__name__)
PATIENCE = 0.3
"""Seconds that Redis may take. Counting must never be what keeps a message from being answered."""

TRIED_AGAIN = 30.0
"""Seconds that a Redis which did not answer in time is left alone; counts are in this process's memory meanwhile."""


class Pace:
    """At most `most` knocks in `minutes` from one sender. `name` keeps the counts of several doors apart."""

    def __init__(self, name: str, most: int, *, minutes: int = 1, redis_url: str | None = None) -> None:
        self._limit: RateLimitItem = RateLimitItemPerMinute(most, minutes, namespace=f"guide-{name}")
        self._alone = MovingWindowRateLimiter(MemoryStorage())
        self._together = _in_redis(redis_url) if redis_url else None
        self._away, self._tried_again_at = False, 0.0

    @property
    def may_block(self) -> bool:
        """Whether a check may wait for Redis, so that an event loop must not make it itself."""
        return self._together is not None

    def check(self, sender: str) -> None:
        """Count a knock. Raises Problem 429, with the seconds to wait, when the window is full."""
        wait = self._knock(sender)
        if wait is not None:
            found = f"More than {self._limit.amount} in {_spoken(self._limit.multiples)}"
            raise Problem(429, "Too fast", f"{found}. Wait {wait} seconds. {CALL_999}", wait)

    def _knock(self, sender: str) -> int | None:
        if self._together is None or time.monotonic() < self._tried_again_at:
            return self._count(self._alone, sender)
        begun = time.monotonic()
        try:
            counted = self._count(self._together, sender)
        except Exception as error:  # of Redis, of the network: the sender must not suffer for it
            self._leave_alone(type(error).__name__)
            return self._count(self._alone, sender)
        if time.monotonic() - begun > PATIENCE:
            self._leave_alone("slow")
        else:
            self._away = False
        return counted

    def _count(self, window: MovingWindowRateLimiter, sender: str) -> int | None:
        if window.hit(self._limit, sender):
            return None
        return max(1, math.ceil(window.get_window_stats(self._limit, sender).reset_time - time.time()))

    def _leave_alone(self, why: str) -> None:
        if not self._away:
            log.error("Redis does not answer in time (%s): this process counts by itself until it does", why)
        self._away, self._tried_again_at = True, time.monotonic() + TRIED_AGAIN


def address_of(request: Request) -> str:
    """Whom knocks are counted by: the sender's address, as a trusted proxy tells it. IPv6: the network (/64) it is in,
    because one machine has all the addresses of its network."""
    host = request.client.host if request.client else "unknown"
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))


def _in_redis(url: str) -> MovingWindowRateLimiter:
    once = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, "retry": Retry(NoBackoff(), 0)}
    return MovingWindowRateLimiter(storage_from_string(url, **once))  # type: ignore[arg-type]  # passed on to redis


def _spoken(minutes: int) -> str:
    return "a minute" if minutes == 1 else f"{minutes} minutes"
