"""Days found in a text with their places, ranges and days told from others; and what reading them costs."""

from __future__ import annotations

from datetime import date

import pytest

from bot.criteria.facts import plain
from bot.reading.dates import find_dates, read_reply
from bot.reading.hear import hear
from evaluation.dates.__main__ import phrases
from tests.growth import superlinear

TODAY = date(2026, 11, 30)
TOLD = {"incident_on": date(2026, 11, 19), "practitioner_aware_on": date(2026, 11, 24)}
STORY = (
    "On Thursday 19 November a boy of 3 was taken to ward 7 at 6.30pm with 20% burns. MASH were rung "
    "on 24/11 (log 442), and we think it went on between August and October."
)


def test_a_story_s_days_are_found_where_they_stand() -> None:
    found = [
        (STORY[one.start : one.end], None if one.value is None else plain(one.value))
        for one in find_dates(STORY, TODAY)
    ]
    assert found == [
        ("Thursday 19 November", "2026-11-19"),
        ("24/11", "2026-11-24"),
        ("between August and October", "2026-08/2026-10"),
    ]


def test_our_own_phrases_are_read_as_they_were_meant() -> None:
    found = list(phrases())
    wrong = [(phrase.text, phrase.meant, phrase.found) for phrase in found if not phrase.right]
    assert len(found) >= 400
    assert wrong == []


@pytest.mark.parametrize(("text", "day"), [
    ("same day", "2026-11-24"), ("the same day it happened", "2026-11-19"), ("the day after", "2026-11-25"),
    ("straight away", "2026-11-24"), ("when I rang them on Friday", "2026-11-27"),
    ("two days after he died", "2026-11-21"),
    ("the Friday after", "2026-11-27"), ("yesterday", "2026-11-29"),
    ("next day", "2026-11-25"), ("that night", "2026-11-24"),
    ("the day before", "2026-11-23"), ("a week later", "2026-12-01"),
])  # fmt: skip
def test_a_day_is_told_from_what_was_told_before(text: str, day: str) -> None:
    assert hear("la_aware_on", text, TODAY, told=TOLD).value == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["same day", "the day after", "straight away"])
def test_of_nothing_told_no_day_is_made(text: str) -> None:
    assert hear("la_aware_on", text, TODAY).value in (None, "unknown")
    later = {"decided_on": date(2026, 11, 25)}
    assert hear("la_aware_on", text, TODAY, told=later).value in (None, "unknown")


def test_a_no_to_a_date_that_may_be_to_come_is_not_yet_and_to_others_it_is_no_day() -> None:
    assert hear("notified_on", "no", TODAY).value == "not_yet"
    assert hear("notified_on", "they sent it on Friday", TODAY).value == date(2026, 11, 27)
    assert hear("notified_on", "no idea", TODAY).value == "unknown"
    assert hear("incident_on", "no", TODAY).value is None


def test_what_goes_on_has_no_day() -> None:
    assert read_reply("incident_on", "it is still going on", TODAY).kind == "ongoing"


@pytest.mark.parametrize("length", [500, pytest.param(10_000, marks=pytest.mark.whole)])
def test_twice_the_text_costs_at_most_three_times_as_much(length: int) -> None:
    find_dates("warm", TODAY)
    assert superlinear(lambda text: find_dates(text, TODAY, TOLD), length) == {}
