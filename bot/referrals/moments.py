"""Points in time, as a reader sees them."""

from __future__ import annotations

from datetime import datetime

from bot.deadlines.spoken import long_date
from bot.settings import LONDON


def moment_words(at: datetime) -> str:
    """ "Monday 23 November 2026 at 4:05pm", in the time of London."""
    there = at.astimezone(LONDON)
    hour = there.hour % 12 or 12
    return f"{long_date(there.date())} at {hour}:{there:%M}{'am' if there.hour < 12 else 'pm'}"
