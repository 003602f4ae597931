"""Storing what arrives: in the order of arrival, with one commit for all that wait, so that a crowd is quickly in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from sqlalchemy.orm import Session

from bot.storage.database import Sessions

Work = Callable[[Session], None]
FIRST = 3.0
"""Seconds that other work waits at most while things are arriving: Teams wants its acknowledgement within five."""


class Intake:
    """Belongs to one event loop."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self._waiting: list[tuple[Work, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._quiet = asyncio.Event()
        self._quiet.set()

    async def store(self, work: Work) -> None:
        """Do this work in a transaction; it is committed on return. Raises what the work or the database raises."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((work, done))
        self._quiet.clear()
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await done

    async def quiet(self) -> None:
        """Returns when nothing is arriving, or when that has taken too long."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._quiet.wait(), FIRST)

    async def _write(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                try:
                    await asyncio.to_thread(self._commit, [work for work, _ in batch])
                except Exception:  # one of them failed, so each is on its own
                    for work, done in batch:
                        await self._alone(work, done)
                for _, done in batch:
                    if not done.done():
                        done.set_result(None)
        finally:
            self._writing = None
            self._quiet.set()

    async def _alone(self, work: Work, done: asyncio.Future[None]) -> None:
        try:
            await asyncio.to_thread(self._commit, [work])
        except Exception as error:
            if not done.done():
                done.set_exception(error)

    def _commit(self, works: Sequence[Work]) -> None:
        with self.sessions.begin() as session:
            for work in works:
                work(session)
                session.flush()
