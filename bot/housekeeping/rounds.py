"""The service's rounds: reminders and escalation every few minutes, retention once a day."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from prometheus_client import Gauge
from sqlalchemy.orm import Session

from bot.housekeeping.failures import counted
from bot.housekeeping.retention import apply_retention
from bot.referrals.cover import gaps
from bot.referrals.reminding import escalate, near, remind, remind_of_waiting, unanswered, unclaimed
from bot.settings import LONDON, Settings
from bot.storage.base import now
from bot.storage.database import Sessions

log = logging.getLogger(__name__)
GAPS = Gauge("cspr_leads_gaps", "What `cspr leads check` would find")
A_ROUND_EVERY = timedelta(minutes=5)
RETENTION_EVERY = timedelta(days=1)
FROM_HOUR = 8
"""Reminders are not made before eight in the morning, in London."""


@dataclass
class Rounds:
    """Makes the rounds on this database. Two processes may make them at once: nothing is then done twice."""

    sessions: Sessions
    settings: Settings
    retention_done: datetime | None = None

    async def keep_making(self, stop: asyncio.Event) -> None:
        """A round every five minutes, the first after five minutes, until `stop` is set."""
        while not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), A_ROUND_EVERY.total_seconds())
                return
            await asyncio.to_thread(self.make, now())

    def make(self, at: datetime) -> None:
        """One round. What fails, of one record or one task, stops no other; it is tried again in the next round."""
        settings = self.settings
        waits = timedelta(hours=settings.escalate_hours), timedelta(hours=settings.escalate_urgent_hours)
        self._each("escalation", lambda s: unclaimed(s, at, *waits), lambda s, number: escalate(s, number, at, *waits))
        if at.astimezone(LONDON).hour >= FROM_HOUR:
            today = settings.date_today()
            self._each(
                "reminders",
                lambda s: near(s, today),
                lambda s, number: remind(s, number, today, settings.reminders, at),
            )
            self._each(
                "waiting", lambda s: unanswered(s, at, waits[0]), lambda s, n: remind_of_waiting(s, n, at, waits[0])
            )
        self._look_for_gaps()
        if self.retention_done is None or at - self.retention_done >= RETENTION_EVERY:
            with counted("retention"):
                deleted = apply_retention(self.sessions, settings, at)
                self.retention_done = at
                log.info("retention: %s", deleted)

    def _look_for_gaps(self) -> None:
        """Say loudly, in every round, that some draft has nobody."""
        with counted("leads"), self.sessions() as session:
            found = gaps(session)
            GAPS.set(len(found))
            for each in found:
                log.error("leads: %s", each)

    def _each(self, task: str, find: Callable[[Session], list[int]], do: Callable[[Session, int], object]) -> None:
        """Do it for each record found, in a transaction of its own."""
        numbers: list[int] = []
        with counted(task), self.sessions() as session:
            numbers = find(session)
        for number in numbers:
            with counted(task), self.sessions.begin() as session:
                do(session, number)
