"""Sends by GOV.UK Notify, with its official client."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass

from notifications_python_client.notifications import NotificationsAPIClient

from bot.outbox.letter import Letter

# Its warnings quote the service's answer, which may quote the address.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class GovukNotify:
    """GOV.UK Notify. `templates` are its ids for a notice, with ((what)), ((reference)), ((urgent)) and ((link)), and
    for a sign-in link, with ((link)).
    """

    api_key: str
    base_url: str
    templates: Mapping[str, str]

    async def send(self, letter: Letter) -> None:
        """Have it sent, its key as Notify's `reference`, by which a repeat is known.

        Raises notifications_python_client.errors.HTTPError when it is not taken.
        """
        await asyncio.to_thread(self._send, letter)

    def _send(self, letter: Letter) -> None:
        client = NotificationsAPIClient(self.api_key, base_url=self.base_url, timeout=20)  # not thread-safe: one a call
        client.send_email_notification(
            letter.to, self.templates[letter.template], personalisation=dict(letter.fields), reference=letter.key
        )
