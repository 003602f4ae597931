"""A deadline worked out: a day, what it was counted from, and who owes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.deadlines.count import Skipped
from bot.deadlines.near import Near

Guess = Literal["step_before", "step_before_overdue", "rough_day"]
"""What day 0 was taken to be while it is not known: the last day of the step before or, once that has passed, today;
of a day not known exactly the earliest that it can be.
"""


@dataclass(frozen=True)
class Deadline:
    """One dated duty.

    `due` None: as soon as possible. `clock` is the count in words. `if_first_day_counts` is the limit
    in an area that counts day 0 itself as the first day. `guesses`: why this is an estimate; none: it is not one.
    `near` is as of `today`. `cite` holds citation ids, the leading one first.
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
    guesses: tuple[Guess, ...]
    near: Near
    today: date
    cite: tuple[str, ...]

    @property
    def estimate(self) -> bool:
        """Whether day 0 is not known for certain."""
        return bool(self.guesses)
