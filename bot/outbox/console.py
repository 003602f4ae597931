"""Prints mails. For demonstrations only: whoever reads the screen can sign in."""

from __future__ import annotations

import sys
from typing import TextIO

from bot.outbox.letter import Letter


class Console:
    """The terminal, or another stream."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream

    async def send(self, letter: Letter) -> None:
        """Print it in one line, with its key."""
        line = f"Mail {letter.key} to {letter.to}: {letter.subject}. {letter.fields['link']}"
        print(line, file=self._stream or sys.stdout, flush=True)
