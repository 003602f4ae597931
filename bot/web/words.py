"""Small values as a reader sees them."""

from __future__ import annotations

from datetime import date

from bot.referrals.status import SAID

REFERRAL_STATUS = {status.value: said for status, said in SAID.items()}


def day_month_year(day: date) -> str:
    """ "23 November 2026", as a person types it."""
    return f"{day.day} {day:%B %Y}"


def long_date(day: date | str) -> str:
    """ "Monday 23 November 2026" for a date or its ISO text. Raises ValueError for other text."""
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{when:%A} {when.day} {when:%B %Y}"


def referral_status(status: str) -> str:
    """A referral's status as a sentence; an unknown one as it stands."""
    return REFERRAL_STATUS.get(status, status)
