"""The worker: sends what is due."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from prometheus_client import Counter
from sqlalchemy.orm import Session

from bot.notify.outbox import lease as leases
from bot.notify.outbox.address import address
from bot.notify.outbox.backend import Backend
from bot.notify.outbox.message import Kind, Message
from bot.notify.outbox.notice import Notice
from bot.referrals.lead import Lead
from bot.referrals.referral import Referral
from bot.storage.base import now
from bot.storage.database import Sessions

Settling = Callable[[Session, Notice, str, datetime], bool]

log = logging.getLogger(__name__)
OUTCOMES = Counter("cspr_notices", "Notices handed to a backend, by what became of them", ["backend", "outcome"])


@dataclass(frozen=True)
class Worker:
    """Sends notices by these backends. Several may run at once, in one process or many.

    Database work is done in a thread: a turn that holds SQLite's writer waits for the event loop, so the event
    loop must never wait for SQLite's writer.
    """

    sessions: Sessions
    backends: Sequence[Backend]
    public_url: str

    async def deliver_due(self, stop: asyncio.Event | None = None) -> int:
        """Send everything due now, one message after another, until `stop` is set; returns how many were sent."""
        done = 0
        if not self.backends:
            return done  # notices wait until there is a way to tell
        await asyncio.to_thread(self._address)
        while not (stop and stop.is_set()):
            holder = secrets.token_hex(16)
            taken = await asyncio.to_thread(self._take, holder)
            if taken is None:
                break
            done += await self._deliver(*taken, holder)
        return done

    def _address(self) -> None:
        with self.sessions.begin() as session:
            address(session, self.backends, now())

    def _take(self, holder: str) -> tuple[Notice, Message] | None:
        with self.sessions.begin() as session:
            found = leases.lease(session, [backend.name for backend in self.backends], holder, now())
            return (found[0], self._message(session, found[0])) if found else None

    def _message(self, session: Session, notice: Notice) -> Message:
        lead, referral = session.get_one(Lead, notice.lead_id), session.get_one(Referral, notice.referral_id)
        return Message(
            key=notice.key,
            kind=Kind(notice.kind),
            reference=referral.reference,
            urgent=referral.urgent,
            url=f"{self.public_url.rstrip('/')}/inbox/{referral.reference}",
            lead_id=lead.id,
            email=lead.email,
        )

    async def _deliver(self, notice: Notice, message: Message, holder: str) -> int:
        backend = next(each for each in self.backends if each.name == notice.backend)
        try:
            await backend.deliver(message)
        except Exception as error:  # whatever a transport raises: the notice is kept and tried again
            log.warning(
                "%s did not take notice %s (attempt %s): %s",
                backend.name,
                notice.id,
                notice.attempts,
                type(error).__name__,
            )
            given_up = await asyncio.to_thread(self._settle, leases.failed, notice, holder)
            OUTCOMES.labels(backend.name, "given_up" if given_up else "failed").inc()
            if given_up:
                log.error("notice %s is given up after %s attempts", notice.id, notice.attempts)
            return 0
        await asyncio.to_thread(self._settle, leases.sent, notice, holder)
        OUTCOMES.labels(backend.name, "sent").inc()
        return 1

    def _settle(self, how: Settling, notice: Notice, holder: str) -> bool:
        with self.sessions.begin() as session:
            return how(session, notice, holder, now())
