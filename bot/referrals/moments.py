"""Points in time, and days still to go, as a reader sees them."""

from __future__ import annotations

from datetime import date, datetime

from bot.deadlines.spoken import long_date
from bot.settings import LONDON


def moment_words(at: datetime) -> str:
    """ "Monday 23 November 2026 at 4:05pm", in the time of London."""
    there = at.astimezone(LONDON)
    hour = there.hour % 12 or 12
    return f"{long_date(there.date())} at {hour}:{there:%M}{'am' if there.hour < 12 else 'pm'}"


def days_left(due: date, today: date) -> str:
    """ "3 days left", "due today", "2 days overdue"; calendar days."""
    days = (due - today).days
    if days == 0:
        return "due today"
    number = f"{abs(days)} day" + ("" if abs(days) == 1 else "s")
    return f"{number} left" if days > 0 else f"{number} overdue"
