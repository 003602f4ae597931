"""News of conversations for the pages that show them: something was said, or the conversation is over."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from bot.dialogue.tables import ConversationRow
from bot.storage.base import now
from bot.storage.database import Sessions

EVERY = 2.0
"""Seconds between two looks at the database, for what other processes have stored."""
AT_ONCE = 500


class Standing(NamedTuple):
    """How a conversation stands: the messages in it, and when it is over unless something is said."""

    messages: int
    expires_at: datetime

    @property
    def seconds_left(self) -> int:
        """Whole seconds until it is over; 0 when it is."""
        return max(0, int((self.expires_at - now()).total_seconds()))


class _Waiter:
    """One open page: the newest standing that it has not been told yet, and the loop that it waits in."""

    def __init__(self) -> None:
        self.newest: Standing | None = None
        self.news = asyncio.Event()
        self.loop = asyncio.get_running_loop()

    def tell(self, standing: Standing) -> None:
        self.newest = standing
        self.loop.call_soon_threadsafe(self.news.set)


class Live:
    """Tells open pages at once what this process stored, and within EVERY seconds what another process did.

    However many pages are open, there is one query each EVERY seconds; with none open, there is none. A page that
    reads slowly is told the newest standing only, so nothing piles up.
    """

    def __init__(self, sessions: Sessions, every: float = EVERY) -> None:
        self.sessions, self.every = sessions, every
        self._waiters: dict[str, set[_Waiter]] = defaultdict(set)
        self._known: dict[str, Standing] = {}
        self._looking: asyncio.Task[None] | None = None

    @property
    def watched(self) -> int:
        """How many conversations have a page open here."""
        return len(self._waiters)

    def tell(self, conversation: str, standing: Standing) -> None:
        """Pass on how a conversation stands now. May be called from any thread."""
        if conversation in self._waiters and self._known.get(conversation) != standing:
            self._known[conversation] = standing
            for waiter in tuple(self._waiters[conversation]):
                waiter.tell(standing)

    async def watch(self, conversation: str, standing: Standing) -> AsyncGenerator[Standing]:
        """First `standing`, then each change of it, for as long as the caller asks for more."""
        with self._waiting(conversation, standing) as waiter:
            yield standing
            while True:
                await waiter.news.wait()
                waiter.news.clear()
                if waiter.newest is not None:
                    yield waiter.newest

    @contextmanager
    def _waiting(self, conversation: str, standing: Standing) -> Iterator[_Waiter]:
        waiter = _Waiter()
        self._waiters[conversation].add(waiter)
        self._known[conversation] = standing
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            yield waiter
        finally:
            self._waiters[conversation].discard(waiter)
            if not self._waiters[conversation]:
                del self._waiters[conversation]
                self._known.pop(conversation, None)

    async def _look(self) -> None:
        while self._waiters:
            await asyncio.sleep(self.every)
            for conversation, standing in await asyncio.to_thread(self._read, tuple(self._waiters)):
                self.tell(conversation, standing)

    def _read(self, conversations: tuple[str, ...]) -> list[tuple[str, Standing]]:
        with self.sessions() as session:
            columns = ConversationRow.id, ConversationRow.messages, ConversationRow.expires_at
            return [
                (id_, Standing(messages, expires_at))
                for some in _in_parts(conversations)
                for id_, messages, expires_at in session.execute(select(*columns).where(ConversationRow.id.in_(some)))
            ]


def _in_parts(conversations: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (conversations[at : at + AT_ONCE] for at in range(0, len(conversations), AT_ONCE))
