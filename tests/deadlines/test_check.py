from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from bot.deadlines.check import ImpossibleDate, impossible_dates, refuse_impossible_dates

TODAY = date(2026, 11, 22)
TOMORROW = TODAY + timedelta(days=1)
EARLY, LATE = date(2026, 10, 5), date(2026, 10, 6)
PAST_FACTS = [
    "incident_on",
    "practitioner_aware_on",
    "la_aware_on",
    "notified_on",
    "decided_on",
    "published_on",
]
OUT_OF_ORDER = [
    ("incident_on", "practitioner_aware_on"),
    ("incident_on", "la_aware_on"),
    ("incident_on", "notified_on"),
    ("incident_on", "decided_on"),
    ("incident_on", "publish_on"),
    ("incident_on", "published_on"),
    ("la_aware_on", "notified_on"),
    ("la_aware_on", "decided_on"),
    ("la_aware_on", "publish_on"),
    ("la_aware_on", "published_on"),
    ("notified_on", "decided_on"),
    ("notified_on", "publish_on"),
    ("notified_on", "published_on"),
    ("decided_on", "publish_on"),
    ("decided_on", "published_on"),
]


def refusal(dates: Mapping[str, date]) -> ImpossibleDate:
    with pytest.raises(ImpossibleDate) as refused:
        refuse_impossible_dates(dates, TODAY)
    return refused.value


@pytest.mark.parametrize("fact", PAST_FACTS)
def test_a_day_in_the_future_is_refused(fact: str) -> None:
    refused = refusal({fact: TOMORROW})
    assert (refused.fact, refused.found) == (fact, TOMORROW)
    assert refused.reason == "it must not be after today, Sunday 22 November 2026"


@pytest.mark.parametrize("fact", [*PAST_FACTS, "publish_on"])
def test_today_is_not_the_future(fact: str) -> None:
    refuse_impossible_dates({fact: TODAY}, TODAY)


def test_publication_may_be_planned_for_the_future() -> None:
    refuse_impossible_dates({"decided_on": TODAY, "publish_on": date(2027, 5, 1)}, TODAY)


@pytest.mark.parametrize(("first", "then"), OUT_OF_ORDER)
def test_an_event_before_the_one_that_leads_to_it_is_refused(first: str, then: str) -> None:
    refused = refusal({first: LATE, then: EARLY})
    assert (refused.fact, refused.found) == (then, EARLY)
    assert refused.reason.startswith("it must not be before the day ")
    assert refused.reason.endswith(", Tuesday 6 October 2026")


@pytest.mark.parametrize(("first", "then"), OUT_OF_ORDER)
def test_two_events_on_one_day_are_fine(first: str, then: str) -> None:
    refuse_impossible_dates({first: LATE, then: LATE}, TODAY)


@pytest.mark.parametrize(("first", "then"), OUT_OF_ORDER)
def test_events_in_order_are_fine(first: str, then: str) -> None:
    refuse_impossible_dates({first: EARLY, then: LATE}, TODAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("practitioner_aware_on", "la_aware_on"),
        ("practitioner_aware_on", "notified_on"),
        ("publish_on", "published_on"),
    ],
)
def test_events_that_do_not_lead_to_each_other_may_come_in_either_order(one: str, other: str) -> None:
    refuse_impossible_dates({one: EARLY, other: LATE}, TODAY)
    refuse_impossible_dates({one: LATE, other: EARLY}, TODAY)


def test_the_refusal_is_one_sentence_with_what_was_found_and_what_is_expected() -> None:
    assert str(refusal({"incident_on": LATE, "la_aware_on": EARLY})) == (
        "The day the local authority became aware cannot be Monday 5 October 2026: "
        "it must not be before the day it happened, Tuesday 6 October 2026."
    )


def test_every_refusal_can_be_had_at_once_one_a_fact_in_the_order_of_events() -> None:
    dates = {"published_on": EARLY, "decided_on": LATE, "incident_on": TOMORROW}
    assert [refused.fact for refused in impossible_dates(dates, TODAY)] == [
        "incident_on",
        "decided_on",
        "published_on",
    ]


def test_a_refused_date_is_compared_with_the_nearest_known_event() -> None:
    dates = {"incident_on": EARLY, "la_aware_on": LATE, "notified_on": date(2026, 10, 1)}
    assert "the local authority became aware" in refusal(dates).reason


def test_nothing_known_is_nothing_to_refuse() -> None:
    refuse_impossible_dates({}, TODAY)
