"""Prints sign-in links and notices. For demonstrations only: whoever reads the screen can sign in."""

from __future__ import annotations

import sys
from typing import TextIO

from sqlalchemy.orm import Session

from bot.notify.outbox.message import Message, subject
from bot.referrals.lead import Lead


class ConsoleNotifier:
    """A Notifier and a Backend that writes to the terminal."""

    name = "console"

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream

    async def send_sign_in_link(self, to: str, url: str) -> None:
        """Print the link and whom it is for."""
        print(
            f"Sign-in link for {to} (15 minutes, works once): {url}",
            file=self._stream or sys.stdout,
            flush=True,
        )

    def reaches(self, session: Session, lead: Lead) -> bool:
        """Everyone."""
        return True

    async def deliver(self, message: Message) -> None:
        """Print the message in one line, with its key."""
        print(
            f"Notice {message.key} to {message.email}: {subject(message)}. {message.url}",
            file=self._stream or sys.stdout,
            flush=True,
        )
