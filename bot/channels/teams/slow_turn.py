"""The typing activity of a turn that takes long."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

log = logging.getLogger(__name__)
AFTER, EVERY = 0.5, 8.0
"""Seconds until the first typing activity, and between the next; Teams shows each for about ten seconds."""


@asynccontextmanager
async def typing_when_slow(send: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """While the turn runs, call `send` now and then. What `send` raises does not touch the turn."""
    task = asyncio.create_task(_type(send))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _type(send: Callable[[], Awaitable[None]]) -> None:
    await asyncio.sleep(AFTER)
    try:
        while True:
            await send()
            await asyncio.sleep(EVERY)
    except Exception as error:
        log.info("a typing activity could not be sent: %s", type(error).__name__)
