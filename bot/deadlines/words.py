"""Deadlines in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.deadlines.deadline import Deadline
from bot.deadlines.spoken import long_date, what_happened
from bot.guidance.model import Clock
from bot.guidance.says import say

CONVENTION = say("convention")

_UNITS = {
    "working_days": ("working day", "working days"),
    "months": ("calendar month", "calendar months"),
    "years": ("calendar year", "calendar years"),
}


def clock_in_words(clock: Clock | None, starts_on: str | None) -> str:
    """The count in words: "5 working days after the local authority became aware"."""
    if clock is None or starts_on is None:
        return "as soon as possible"
    size = abs(clock.count)
    unit = _UNITS[clock.unit][0 if size == 1 else 1]
    return f"{size} {unit} {'before' if clock.count < 0 else 'after'} {what_happened(starts_on)}"


def estimate_in_words(deadline: Deadline) -> list[str]:
    """A sentence for each reason why this is an estimate; none where it is not one."""
    said = {
        "step_before": say("estimate"),
        "step_before_overdue": say("estimate_overdue"),
        "rough_day": say("estimate_rough"),
    }
    return [said[guess] for guess in deadline.guesses]


def describe(deadline: Deadline) -> str:
    """The limit, its count, who owes it, every skipped day, the earlier alternative and the estimate label.

    The convention is not repeated here: print CONVENTION once beside the deadlines.
    """
    return " ".join(_sentences(deadline))


def _sentences(deadline: Deadline) -> Iterator[str]:
    if deadline.due is None:
        yield say("no_set_day")
    else:
        yield f"The limit is the end of {long_date(deadline.due)}, {deadline.clock}."
    if deadline.day_zero is not None:
        yield f"Day 0 is {long_date(deadline.day_zero)}."
    yield from estimate_in_words(deadline)
    if deadline.skipped:
        skipped = "; ".join(f"{long_date(day)} ({name})" for day, name in deadline.skipped)
        yield f"Bank holidays left out of the count: {skipped}."
    if deadline.if_first_day_counts is not None:
        yield say("first_day_counts", day=long_date(deadline.if_first_day_counts))
    yield f"Who {deadline.strength} do this: {deadline.who}."
    if deadline.strength_note is not None:
        yield deadline.strength_note
