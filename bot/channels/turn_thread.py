"""One thread for all turns of a process: they are taken one after another, and nobody else waits for them.

A turn is processor time and waiting for the database. Turns gain nothing from running side by side, and one after
another none can wait for SQLite's writer while that writer waits for it; on a thread of their own they hold up neither
health checks nor pages.
"""

from __future__ import annotations

import asyncio
import heapq
import math
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextvars import copy_context
from enum import IntEnum
from itertools import count
from time import monotonic
from typing import Any, TypeVar

from bot.channels.problems import Busy, NotTaken

T = TypeVar("T")


class Rank(IntEnum):
    """Who is served first, and how many may wait before the next of them is turned away."""

    DANGER = 0
    RUNNING = 1
    NEW = 2

    @property
    def most(self) -> int:
        """How many turns may wait before this one."""
        return (400, 200, 100)[self]


LONGEST_WAIT = 10.0
"""Seconds in line. Nobody is let into a line that is expected to take longer, and nobody waits longer in it."""

DEADLINE = 4.5
"""Seconds after which a turn is given up when none was finished lately: the database does not answer."""

STALLED = 2.0
LOOK_EVERY = 0.25
STOPS_WITHIN = 5.0
LEARNING = 0.1
"""Weight of the newest turn in the average time of one."""


class Job:
    """A turn in line. `given_up`: its sender has been told that it was not taken, so it must not be stored."""

    def __init__(self, work: Callable[[Job], Coroutine[Any, Any, Any]], rank: Rank) -> None:
        self.work, self.rank, self.since = work, rank, monotonic()
        self.done: Future[Any] = Future()
        self.given_up = False


class TurnThread:
    """Runs coroutines one at a time, on an event loop of its own. Started by the first, and again after `stop`."""

    def __init__(self) -> None:
        self._line: list[tuple[Rank, int, Job]] = []
        self._numbers = count()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._takes = 0.1  # seconds of a turn, on average
        self._finished_at = monotonic()

    async def run(self, work: Callable[[Job], Coroutine[Any, Any, T]], rank: Rank) -> T:
        """What the work returns or raises, once it is its turn. It is handed its Job, to look before it stores.

        Raises Busy at once when too many wait, NotTaken when the work takes too long; it stores nothing then.
        """
        job = Job(work, rank)
        self._join(job)
        done = asyncio.wrap_future(job.done)
        patience = DEADLINE
        try:
            while not (await asyncio.wait([done], timeout=patience))[0]:
                patience = LOOK_EVERY
                if self._is_hopeless(job):
                    raise NotTaken
            result: T = await done
            return result
        finally:
            job.given_up = not done.done()
            job.done.cancel()  # at once: what only waited in line must not begin; `done` would tell it a moment later
            done.cancel()

    def stop(self) -> None:
        """End the thread when the turn under way is finished. Whoever still waits is told that nothing was taken."""
        with self._changed:
            thread, self._thread = self._thread, None
            left, self._line = self._line, []
            self._changed.notify_all()
        for _, _, job in left:
            if job.done.set_running_or_notify_cancel():
                job.done.set_exception(NotTaken())
        if thread is not None:
            thread.join(STOPS_WITHIN)

    def _join(self, job: Job) -> None:
        with self._changed:
            before = sum(rank <= job.rank for rank, _, _ in self._line)
            expected = before * self._takes
            if before >= job.rank.most or (expected > LONGEST_WAIT and job.rank is not Rank.DANGER):
                raise Busy(math.ceil(max(expected, 5)))
            heapq.heappush(self._line, (job.rank, next(self._numbers), job))
            if self._thread is None:
                self._finished_at = monotonic()
                self._thread = threading.Thread(target=self._serve, name="turns", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _is_hopeless(self, job: Job) -> bool:
        waited, stalled = monotonic() - job.since, monotonic() - self._finished_at
        return waited >= LONGEST_WAIT or (waited >= DEADLINE and stalled >= STALLED)

    def _serve(self) -> None:
        with asyncio.Runner() as runner:
            while (job := self._next()) is not None:
                if not job.done.set_running_or_notify_cancel():
                    continue
                begun = monotonic()
                try:
                    result = runner.run(job.work(job), context=copy_context())
                except BaseException as error:  # whatever it is, it belongs to whoever waits for this turn
                    job.done.set_exception(error)
                else:
                    self._finished_at = monotonic()
                    self._takes += LEARNING * (self._finished_at - begun - self._takes)
                    job.done.set_result(result)

    def _next(self) -> Job | None:
        me = threading.current_thread()
        with self._changed:
            while self._thread is me and not self._line:
                self._changed.wait()
            return heapq.heappop(self._line)[2] if self._thread is me else None
