"""The service's rounds: reminders and escalation every few minutes, retention once a day."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.housekeeping.retention import apply_retention
from bot.referrals.reminding import escalate, remind
from bot.settings import LONDON, Settings
from bot.storage.base import now
from bot.storage.database import Sessions

log = logging.getLogger(__name__)
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
            try:
                await asyncio.to_thread(self.make, now())
            except Exception as error:  # the next round may find the database again
                log.error("a round failed: %s", type(error).__name__)

    def make(self, at: datetime) -> None:
        """One round."""
        settings = self.settings
        with self.sessions.begin() as session:
            after, urgent_after = (
                timedelta(hours=h) for h in (settings.escalate_hours, settings.escalate_urgent_hours)
            )
            escalate(session, at, after, urgent_after)
        if at.astimezone(LONDON).hour >= FROM_HOUR:
            with self.sessions.begin() as session:
                remind(session, settings.date_today(), settings.reminders, at)
        if self.retention_done is None or at - self.retention_done >= RETENTION_EVERY:
            deleted = apply_retention(self.sessions, settings, at)
            self.retention_done = at
            log.info("retention: %s", deleted)
