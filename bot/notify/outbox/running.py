"""Keeping a worker at work until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from bot.notify.outbox.worker import Worker

log = logging.getLogger(__name__)
LOOKS_EVERY = 2.0
"""Seconds between two looks at the outbox."""


async def keep_delivering(worker: Worker, stop: asyncio.Event, every: float = LOOKS_EVERY) -> None:
    """Deliver what is due, look again every so many seconds, end when `stop` is set. A database that is down is
    waited for.
    """
    while not stop.is_set():
        try:
            await worker.deliver_due(stop)
        except Exception as error:  # the next look may find the database again
            log.error("the outbox could not be read: %s", type(error).__name__)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every)
