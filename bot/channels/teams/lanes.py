"""Work that goes side by side for different chats, and one after another within a chat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


class Lanes:
    """Runs `work` for a key when it is woken; never twice at once for the same key. Belongs to one event loop."""

    def __init__(self, work: Callable[[str], Awaitable[None]]) -> None:
        self._work = work
        self._running: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()

    def wake(self, key: str) -> None:
        """There is something to do for this key."""
        if key in self._running:
            self._again.add(key)
        else:
            self._running[key] = asyncio.create_task(self._run(key))

    async def _run(self, key: str) -> None:
        try:
            while True:
                self._again.discard(key)
                try:
                    await self._work(key)
                except Exception as error:
                    log.error("work for a chat in Teams failed with %s; it is tried again", type(error).__name__)
                if key not in self._again:
                    return
        finally:
            del self._running[key]

    async def stop(self) -> None:
        """Stop where it stands: what was not done is stored, and is done after the next start."""
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
