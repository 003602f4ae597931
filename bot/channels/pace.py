"""How fast one conversation may go."""

from __future__ import annotations

import time
from collections import defaultdict, deque

from bot.channels.problems import Problem

MINUTE = 60.0


class Pace:
    """Counts the turns of the last minute, a conversation at a time, in this process's memory."""

    def __init__(self, turns_a_minute: int) -> None:
        self.most = turns_a_minute
        self._taken: dict[str, deque[float]] = defaultdict(deque)

    def check(self, conversation: str) -> None:
        """Count a turn. Raises Problem 429, with the seconds to wait, when the minute is full."""
        moment = time.monotonic()
        taken = self._taken[conversation]
        while taken and moment - taken[0] > MINUTE:
            taken.popleft()
        if len(taken) >= self.most:
            wait = int(MINUTE - (moment - taken[0])) + 1
            raise Problem(429, "Too fast", f"More than {self.most} messages in a minute. Wait {wait} seconds.", wait)
        taken.append(moment)
        if len(self._taken) > 10_000:
            self._forget(moment)

    def _forget(self, moment: float) -> None:
        for key in [key for key, taken in self._taken.items() if not taken or moment - taken[-1] > MINUTE]:
            del self._taken[key]
