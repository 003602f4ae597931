"""Small values as a reader sees them."""

from __future__ import annotations

from datetime import date, datetime

from bot.referrals.status import SAID
from bot.settings import LONDON

REFERRAL_STATUS = {status.value: said for status, said in SAID.items()}


def day_month_year(day: date) -> str:
    """ "23 November 2026", as a person types it."""
    return f"{day.day} {day:%B %Y}"


def long_date(day: date | str) -> str:
    """ "Monday 23 November 2026" for a date or its ISO text. Raises ValueError for other text."""
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{when:%A} {when.day} {when:%B %Y}"


def moment(at: datetime) -> str:
    """ "7.05pm on Monday 23 November 2026", in England."""
    here = at.astimezone(LONDON)
    return f"{here.hour % 12 or 12}.{here:%M}{'am' if here.hour < 12 else 'pm'} on {long_date(here.date())}"


def referral_status(status: str) -> str:
    """A referral's status as a sentence; an unknown one as it stands."""
    return REFERRAL_STATUS.get(status, status)
