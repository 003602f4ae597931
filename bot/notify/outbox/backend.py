"""What a way of telling leads must be able to do."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy.orm import Session

from bot.notify.outbox.message import Message
from bot.referrals.lead import Lead


class Backend(Protocol):
    """A way of telling leads. `name` (at most 20 characters) is stored with what was given to it: never change it."""

    @property
    def name(self) -> str: ...

    def reaches(self, session: Session, lead: Lead) -> bool:
        """Whether this lead can be told this way. Asked once a notice, in the worker's transaction."""
        ...

    async def deliver(self, message: Message) -> None:
        """Hand the message over, and return when it was taken.

        Raises whatever the transport raises when it was not: it is then tried again. The same message may come
        twice; pass `message.key` on, so that it can be recognised. Log neither it nor the address.
        """
        ...
