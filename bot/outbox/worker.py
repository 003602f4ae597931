"""The worker: deals with what is due."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from prometheus_client import Counter, Gauge
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from bot.outbox import queue
from bot.outbox.address import address, elsewhere
from bot.outbox.item import Item
from bot.outbox.queue import NotHeld
from bot.outbox.way import GiveUp, Later, Way
from bot.storage.base import now
from bot.storage.database import Sessions
from bot.storage.keyring import SealedByAnotherKey

Work = Callable[[], Awaitable[object]]
log = logging.getLogger(__name__)
LOOKS_EVERY = 2.0
"""Seconds between two looks at the outbox."""
LOOKS_BESIDE = 0.25
"""Seconds between two looks for what could be done beside what is under way."""
PATIENCE = 60.0
"""Seconds for one item; shorter than a lease."""
STOPS_WITHIN = 5.0
HOPELESS = (GiveUp, SealedByAnotherKey)
OUTCOMES = Counter("cspr_outbox", "Items of the outbox, by what became of an attempt", ["way", "outcome"])
WAITING = Gauge("cspr_outbox_waiting", "Items of the outbox that wait", ["way"])
OLDEST = Gauge("cspr_outbox_oldest_seconds", "Age of the item that has waited longest", ["way"])


class Worker:
    """Deals with the items of these ways, and addresses those that any of them could have. Several may run at once, in
    one process or many. Where it addresses, `ways` must be all that are configured for telling leads. `lost` is called
    in the transaction that gives an item up.

    Database work is done in threads: the event loop never waits for the database.
    """

    def __init__(
        self, sessions: Sessions, ways: Sequence[Way], lost: Callable[[Session, Item], None] = lambda *_: None
    ) -> None:
        self.sessions, self.ways, self.lost = sessions, ways, lost
        self._named = {way.name: way for way in ways}
        self._kinds = frozenset(kind for way in ways for kind in way.kinds)
        self._holder = secrets.token_hex(16)
        self._bells = [asyncio.Event() for _ in range(len(ways) + 1)]
        self._loop: asyncio.AbstractEventLoop | None = None

    async def keep_delivering(self, stop: asyncio.Event, every: float = LOOKS_EVERY) -> None:
        """Deal with what is due, look again every so many seconds or when woken, end when `stop` is set.

        A database that is down is waited for. What is cut off is given back.
        """
        self._loop = asyncio.get_running_loop()
        loops: list[Work] = [self._sweep_and_count, *(partial(self._drain, way, stop) for way in self.ways)]
        try:
            async with asyncio.TaskGroup() as tasks:
                for work, bell in zip(loops, self._bells, strict=True):
                    tasks.create_task(_keep(work, bell, stop, every))
                await stop.wait()
                self.wake()
        finally:
            with suppress(DBAPIError):  # else the leases run out
                await asyncio.to_thread(self._in_transaction, queue.release, self._holder)

    def wake(self) -> None:
        """There is something new, so that it is looked for now. May be called from any thread."""
        for bell in self._bells:
            if self._loop is not None and not self._loop.is_closed():
                self._loop.call_soon_threadsafe(bell.set)

    async def deliver_due(self) -> int:
        """Deal with everything that is due now; returns how many items were done."""
        await asyncio.to_thread(self._sweep)
        return sum(await asyncio.gather(*(self._drain(way, asyncio.Event()) for way in self.ways)))

    async def _drain(self, way: Way, stop: asyncio.Event) -> int:
        running: set[asyncio.Task[bool]] = set()
        finished = 0
        try:
            while True:
                free = 0 if stop.is_set() else way.at_once - len(running)
                items = await asyncio.to_thread(self._take, way, free) if free else []
                running |= {asyncio.create_task(self._deliver(way, item)) for item in items}
                if not running:
                    return finished
                over, running = await asyncio.wait(running, timeout=LOOKS_BESIDE, return_when=asyncio.FIRST_COMPLETED)
                finished += sum(task.result() for task in over)
        except asyncio.CancelledError:
            for task in running:
                task.cancel()
            raise
        finally:
            await asyncio.gather(*running, return_exceptions=True)

    async def _deliver(self, way: Way, item: Item) -> bool:
        outcome = "done"
        try:
            try:
                async with asyncio.timeout(PATIENCE):
                    await way.deliver(item, await asyncio.to_thread(self._in_transaction, _body, item))
            except NotHeld:
                return False
            except Exception as error:  # whatever a transport raises: the item is kept
                outcome = await asyncio.to_thread(self._failed, way, item, error)
            else:
                with suppress(NotHeld):  # the way has settled it itself
                    await asyncio.to_thread(self._in_transaction, queue.done, item)
        except Exception as error:  # the database is away: the item is taken up again when its lease is over
            log.error("item %s of the outbox could not be settled: %s", item.id, type(error).__name__)
            return False
        OUTCOMES.labels(way.name, outcome).inc()
        return outcome == "done"

    def _take(self, way: Way, most: int) -> list[Item]:
        with self.sessions.begin() as session:
            return queue.lease(session, way.name, self._holder, now(), most)

    def _failed(self, way: Way, item: Item, error: Exception) -> str:
        """Have the item tried again, or give it up; which of the two."""
        said = str(error) if isinstance(error, GiveUp) else f"{type(error).__name__} {getattr(error, 'status', '')}"
        faultless = isinstance(error, Later | OperationalError)
        worn_out = way.tries is not None and item.attempts >= way.tries and not faultless
        try:
            with self.sessions.begin() as session:
                if isinstance(error, HOPELESS) or worn_out or now() >= item.ends_at:
                    queue.give_up(session, item)
                    self._given_up(session, item)
                    log.error(
                        "%s: item %s is given up (attempt %s): %s", way.name, item.id, item.attempts, said.strip()
                    )
                    return "given_up"
                queue.put_off(session, item)
        except NotHeld:
            return "lost"
        log.warning("%s: item %s waits (attempt %s): %s", way.name, item.id, item.attempts, said.strip())
        return "failed"

    def _given_up(self, session: Session, item: Item) -> None:
        """Whoever waits for it is told, and another way gets it; what goes wrong there undoes no more than that."""
        try:
            with session.begin_nested():
                if (way := self._named.get(item.way)) is not None:
                    way.given_up(session, item)
                elsewhere(session, self.ways, item)
                session.flush()
                self.lost(session, item)
        except Exception as error:
            log.error("that item %s was given up could not be told: %s", item.id, type(error).__name__)

    def _sweep(self) -> int:
        """Address what is new, give up what is too old; how many were addressed."""
        with self.sessions.begin() as session:
            addressed = address(session, self.ways, now())
        with self.sessions.begin() as session:
            for item in queue.expire(session, self._named, self._kinds, now()):
                log.error("%s: item %s is given up: its time is over", item.way or "no way", item.id)
                OUTCOMES.labels(item.way, "given_up").inc()
                self._given_up(session, item)
        return addressed

    async def _sweep_and_count(self) -> None:
        if await asyncio.to_thread(self._sweep):
            for bell in self._bells[1:]:
                bell.set()
        waiting = await asyncio.to_thread(self._in_transaction, _waiting)
        for way in {*self._named, *waiting}:
            number, since = waiting.get(way, (0, None))
            WAITING.labels(way).set(number)
            OLDEST.labels(way).set((now() - since).total_seconds() if since else 0)

    def _in_transaction(self, work: Callable[..., Any], *given: Any) -> Any:
        with self.sessions.begin() as session:
            return work(session, *given)


def _body(session: Session, item: Item) -> dict[str, Any] | None:
    return session.scalar(select(Item.body).where(Item.id == item.id))


def _waiting(session: Session) -> dict[str, tuple[int, datetime]]:
    open_ = select(Item.way, func.count(), func.min(Item.made_at)).where(Item.due_at.is_not(None)).group_by(Item.way)
    return {way: (number, since) for way, number, since in session.execute(open_)}


async def _keep(work: Work, bell: asyncio.Event, stop: asyncio.Event, every: float) -> None:
    while not stop.is_set():
        bell.clear()
        try:
            await work()
        except Exception as error:  # the next look may find the database again
            log.error("the outbox could not be read: %s", type(error).__name__)
        with suppress(TimeoutError):
            await asyncio.wait_for(bell.wait(), every)


async def stop_all(tasks: Collection[asyncio.Task[None]], stop: asyncio.Event, within: float = STOPS_WITHIN) -> None:
    """Have background work end; what has not ended after so many seconds is cut off, and done after the next start."""
    stop.set()
    _, late = await asyncio.wait(tasks, timeout=within)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
