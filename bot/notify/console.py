"""Prints sign-in links. For demonstrations only: whoever reads the screen can sign in."""

from __future__ import annotations

import sys
from typing import TextIO


class ConsoleNotifier:
    """A Notifier that writes to the terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream

    async def send_sign_in_link(self, to: str, url: str) -> None:
        """Print the link and whom it is for."""
        print(
            f"Sign-in link for {to} (15 minutes, works once): {url}",
            file=self._stream or sys.stdout,
            flush=True,
        )
