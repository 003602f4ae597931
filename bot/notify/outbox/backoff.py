"""When to try again, and when to stop trying."""

from __future__ import annotations

import random
from datetime import timedelta

FIRST = timedelta(seconds=15)
LONGEST = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=3)
"""From when the notice was made: a mail server that is down over a weekend loses nothing."""


def wait_after(attempts: int) -> timedelta:
    """How long to wait after this many attempts (1 or more): doubled each time up to an hour, each time up to a
    tenth longer by chance, so that what failed together is not tried again together.
    """
    plain: timedelta = min(FIRST * 2 ** min(attempts - 1, 20), LONGEST)
    return plain * (1 + random.uniform(0, 0.1))  # noqa: S311 - spreads load, guards nothing
