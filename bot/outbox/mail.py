"""Mail as a way of sending, whatever transport takes it: a backlog goes by the one that is set now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from sqlalchemy.orm import Session

from bot.outbox.console import Console
from bot.outbox.govuk_notify import GovukNotify
from bot.outbox.item import Item
from bot.outbox.letter import Letter
from bot.outbox.smtp import Smtp
from bot.outbox.way import Way
from bot.settings import Settings
from bot.storage.database import Sessions

NO_MAIL = "CSPR_MAIL_HOST is not set, so no sign-in link can be sent: set it to an SMTP server (or CSPR_DEMO=true)"
Writer = Callable[[Session, Item, dict[str, Any] | None], Letter]
"""Writes the letter of an item, from what is known when it is sent. Raises GiveUp where there is none to send."""


class Transport(Protocol):
    """Takes letters."""

    async def send(self, letter: Letter) -> None:
        """Hand the letter over. Raises what the transport raises when it is not taken. Logs neither it nor whom to."""


class Mail(Way):
    """Mails items of these kinds; each lead has an address."""

    name = "mail"

    def __init__(self, sessions: Sessions, transport: Transport, writers: Mapping[str, Writer]) -> None:
        self.sessions, self.transport, self.writers = sessions, transport, writers
        self.kinds = frozenset(writers)

    async def deliver(self, item: Item, body: dict[str, Any] | None) -> None:
        """Write the letter and send it."""
        await self.transport.send(await asyncio.to_thread(self._write, item, body))

    def _write(self, item: Item, body: dict[str, Any] | None) -> Letter:
        with self.sessions() as session:
            return self.writers[item.kind](session, item, body)


def choose_transport(settings: Settings) -> Transport | None:
    """GOV.UK Notify or SMTP when set, the console in a demonstration; else none, and mails wait until there is one.

    A service that prints sign-in links lets in whoever reads its log.
    """
    if settings.govuk_notify_key is not None:
        return GovukNotify(
            settings.govuk_notify_key.get_secret_value(),
            settings.govuk_notify_url,
            {"notice": settings.govuk_notify_notice_template, "sign_in": settings.govuk_notify_sign_in_template},
        )
    if settings.mail_host:
        return Smtp(settings.mail_host, settings.mail_port, settings.mail_from, settings.mail_starttls)
    return Console() if settings.demo else None
