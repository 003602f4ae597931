"""A day, or that it is not known."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from bot.deadlines.spoken import short_date

UNKNOWN: Literal["unknown"] = "unknown"
EARLIEST = date(1950, 1, 1)


def happened(day: date | Literal["unknown"], info: ValidationInfo) -> date | Literal["unknown"]:
    """Refuses a day to come, where the check's context says which day is `today`, and one long past."""
    today = (info.context or {}).get("today")
    if isinstance(day, date) and today is not None and day > today:
        raise PydanticCustomError("future", "must be today or in the past")
    if isinstance(day, date) and day < EARLIEST:
        raise PydanticCustomError("long_past", "must be in 1950 or later")
    return day


Day = Annotated[date | Literal["unknown"], AfterValidator(happened)]


def day_words(day: date | Literal["unknown"]) -> str:
    """ "23 November 2026" or "Not known"."""
    return short_date(day) if isinstance(day, date) else "Not known"
