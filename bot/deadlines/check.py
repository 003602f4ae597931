"""Dates that cannot be right are refused before anything is counted from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.criteria.rough_day import latest_day
from bot.deadlines.spoken import long_date, what_happened

_MAY_BE_AHEAD = frozenset({"publish_on"})

# Each fact, and those it may not come before, nearest first: only the nearest known one is compared.
_NOT_BEFORE: Mapping[str, tuple[str, ...]] = {
    "incident_on": (),
    "practitioner_aware_on": ("incident_on",),
    "la_aware_on": ("incident_on",),
    "notified_on": ("la_aware_on", "incident_on"),
    "decided_on": ("notified_on", "la_aware_on", "incident_on"),
    "publish_on": ("decided_on", "notified_on", "la_aware_on", "incident_on"),
    "published_on": ("decided_on", "notified_on", "la_aware_on", "incident_on"),
}


class ImpossibleDate(ValueError):
    """A date that cannot be right: which fact, what was found, and what was expected instead."""

    def __init__(self, fact: str, found: date, reason: str) -> None:
        self.fact, self.found, self.reason = fact, found, reason
        super().__init__(f"The day {what_happened(fact)} cannot be {long_date(found)}: {reason}.")


def impossible_dates(dates: Mapping[str, date], today: date) -> Iterator[ImpossibleDate]:
    """Every date among the known date facts that cannot be right, one refusal a fact, in the order of events.

    Of a date that is not known to the day the earliest day must not be ahead, nor the latest before an earlier event.
    Two events on one day are fine. Only the planned day of publication may be in the future.
    """
    for fact, earlier_facts in _NOT_BEFORE.items():
        found = dates.get(fact)
        if found is None:
            continue
        if found > today and fact not in _MAY_BE_AHEAD:
            yield ImpossibleDate(fact, found, f"it must not be after today, {long_date(today)}")
            continue
        nearest = next((earlier for earlier in earlier_facts if earlier in dates), None)
        if nearest is not None and latest_day(found) < dates[nearest]:
            limit = f"the day {what_happened(nearest)}, {long_date(dates[nearest])}"
            yield ImpossibleDate(fact, found, f"it must not be before {limit}")


def refuse_impossible_dates(dates: Mapping[str, date], today: date) -> None:
    """Raise the first of `impossible_dates`, if there is one; nothing is changed."""
    for refusal in impossible_dates(dates, today):
        raise refusal
