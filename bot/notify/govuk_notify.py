"""Sends by GOV.UK Notify, with its official client."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from notifications_python_client.notifications import NotificationsAPIClient
from sqlalchemy.orm import Session

from bot.notify.outbox.message import SAID, Message
from bot.referrals.lead import Lead

# Its warnings quote the service's answer, which may quote the address.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class GovukNotifier:
    """A Notifier and a Backend for GOV.UK Notify.

    The notice's template uses ((what)), ((reference)), ((urgent)) and ((link)); that of the sign-in link ((link)).
    """

    api_key: str
    base_url: str
    notice_template: str
    sign_in_template: str

    name = "govuk_notify"

    async def send_sign_in_link(self, to: str, url: str) -> None:
        """Have the link sent. Raises notifications_python_client.errors.HTTPError when it is not taken."""
        await asyncio.to_thread(self._send, to, self.sign_in_template, {"link": url}, None)

    def reaches(self, session: Session, lead: Lead) -> bool:
        """Everyone: each lead has an address."""
        return True

    async def deliver(self, message: Message) -> None:
        """Have the message sent, its key as Notify's `reference`, by which a repeat is known.

        Raises notifications_python_client.errors.HTTPError when it is not taken.
        """
        words = {
            "what": SAID[message.kind],
            "reference": message.reference,
            "urgent": "yes, read it now" if message.urgent else "no",
            "link": message.url,
        }
        await asyncio.to_thread(self._send, message.email, self.notice_template, words, message.key)

    def _send(self, to: str, template: str, words: dict[str, str], reference: str | None) -> None:
        client = NotificationsAPIClient(self.api_key, base_url=self.base_url, timeout=20)  # not thread-safe: one a call
        client.send_email_notification(to, template, personalisation=words, reference=reference)
