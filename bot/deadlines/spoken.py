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


def in_words(day: date) -> str:
    """The day with its weekday: "Monday 23 November 2026"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def what_happened(fact: str) -> str:
    """What happened on the day that a date fact holds; reads on from "after", "before" or "the day".

    A date fact that this product does not know reads as its own name, without underscores.
    """
    return _HAPPENED.get(fact, fact.replace("_", " "))
