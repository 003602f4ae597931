"""A deadline worked out: a day, what it was counted from, and who owes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.deadlines.count import Skipped


@dataclass(frozen=True)
class Deadline:
    """One dated duty.

    `due` None: as soon as possible. `clock` is the count in words. `if_first_day_counts` is the limit
    in an area that counts day 0 itself as the first day. `estimate`: day 0 is not known and the last
    day of an earlier deadline stands in for it. `cite` holds citation ids, the leading one first.
    """

    id: str
    title: str
    text: str
    due: date | None
    day_zero: date | None
    clock: str
    who: str
    strength: Literal["must", "should"]
    strength_note: str | None
    skipped: Skipped
    if_first_day_counts: date | None
    estimate: bool
    cite: tuple[str, ...]

    def days_left(self, today: date) -> int | None:
        """Calendar days from today to the limit: 0 on the day itself, negative once it has passed."""
        return None if self.due is None else (self.due - today).days
