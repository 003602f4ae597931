"""Days and dates as they are read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.criteria.rough_day import RoughDay, earliest_day, rough_day

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
    """ "Monday 23 November 2026" for a day or its ISO 8601 text; what is known of a RoughDay, or of EDTF. Raises
    ValueError for other text.
    """
    when = rough_day(day) or date.fromisoformat(day) if isinstance(day, str) else day
    if isinstance(when, RoughDay):
        return _rough(when)
    return f"{_WEEKDAYS[when.weekday()]} {short_date(when)}"


def _rough(day: RoughDay) -> str:
    first, last = earliest_day(day), day.latest
    if first == last:
        return f"a day about {short_date(first)}"
    if first == date.min:
        return f"a day up to {short_date(last)}"
    return (
        f"a day from {short_date(first)} on"
        if last == date.max
        else f"a day from {short_date(first)} to {short_date(last)}"
    )


def what_happened(fact: str) -> str:
    """What happened on the day that a date fact holds; reads on from "after", "before" or "the day".

    A date fact that this product does not know reads as its own name, without underscores.
    """
    return _HAPPENED.get(fact, fact.replace("_", " "))
