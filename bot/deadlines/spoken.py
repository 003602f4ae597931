"""Days and dates as they are read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

_HAPPENED: Mapping[str, str] = {
    "incident_on": "it happened",
    "practitioner_aware_on": "you became aware",
    "la_aware_on": "the local authority became aware",
    "notified_on": "the notification was sent to the Panel",
    "decided_on": "the partners decided to hold a review",
    "publish_on": "the review is to be published",
    "published_on": "the review was published",
}


# Not strftime's names: those follow the machine's language.
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()


def short_date(day: date) -> str:
    """ "23 November 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def long_date(day: date | str) -> str:
    """ "Monday 23 November 2026" for a day or its ISO 8601 text. Raises ValueError for other text."""
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{_WEEKDAYS[when.weekday()]} {short_date(when)}"


def what_happened(fact: str) -> str:
    """What happened on the day that a date fact holds; reads on from "after", "before" or "the day".

    A date fact that this product does not know reads as its own name, without underscores.
    """
    return _HAPPENED.get(fact, fact.replace("_", " "))
