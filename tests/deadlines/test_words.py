from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.deadlines.compute import deadlines
from bot.deadlines.words import CONVENTION, clock_in_words, describe
from bot.guidance.model import Clock, DeadlineRule

AWARE = date(2026, 12, 22)
TODAY = date(2026, 12, 31)


def words(rules: Sequence[DeadlineRule], id_: str, **dates: date) -> str:
    return next(describe(found) for found in deadlines(rules, dates, TODAY) if found.id == id_)


@pytest.mark.parametrize(
    ("clock", "starts_on", "expected"),
    [
        (
            Clock(count=5, unit="working_days"),
            "la_aware_on",
            "5 working days after the local authority became aware",
        ),
        (
            Clock(count=15, unit="working_days"),
            "notified_on",
            "15 working days after the notification was sent to the Panel",
        ),
        (Clock(count=0, unit="working_days"), "incident_on", "0 working days after it happened"),
        (Clock(count=1, unit="working_days"), "incident_on", "1 working day after it happened"),
        (Clock(count=-1, unit="months"), "practitioner_aware_on", "1 calendar month before you became aware"),
        (
            Clock(count=6, unit="months"),
            "decided_on",
            "6 calendar months after the partners decided to hold a review",
        ),
        (
            Clock(count=-7, unit="working_days"),
            "publish_on",
            "7 working days before the review is to be published",
        ),
        (Clock(count=1, unit="years"), "published_on", "1 calendar year after the review was published"),
        (Clock(count=2, unit="years"), "published_on", "2 calendar years after the review was published"),
        (None, None, "as soon as possible"),
        (None, "la_aware_on", "as soon as possible"),
        (Clock(count=2, unit="years"), None, "as soon as possible"),
    ],
)
def test_a_clock_reads_as_a_count_from_an_event(clock: Clock | None, starts_on: str | None, expected: str) -> None:
    assert clock_in_words(clock, starts_on) == expected


def test_a_limit_is_told_with_its_weekday_its_day_zero_and_who_owes_it(rules: Sequence[DeadlineRule]) -> None:
    said = words(rules, "notify_panel", la_aware_on=AWARE)
    clock = "5 working days after the local authority became aware"
    limit = f"The limit is the end of Thursday 31 December 2026, {clock}."
    assert said.startswith(f"{limit} Day 0 is Tuesday 22 December 2026. ")
    assert " Who must do this: local authority. " in said


def test_a_note_on_must_or_should_is_told_where_there_is_one(rules: Sequence[DeadlineRule]) -> None:
    by_id = {rule.id: rule for rule in rules}
    assert words(rules, "notify_panel", la_aware_on=AWARE).endswith(str(by_id["notify_panel"].strength_note))
    assert words(rules, "tell_partners", la_aware_on=AWARE).endswith("should do this: local authority.")


def test_every_skipped_bank_holiday_is_named(rules: Sequence[DeadlineRule]) -> None:
    said = words(rules, "notify_panel", la_aware_on=AWARE)
    skipped = "Friday 25 December 2026 (Christmas Day); Monday 28 December 2026 (Boxing Day (substitute day))"
    assert f" Bank holidays left out of the count: {skipped}." in said
    assert "Bank holidays" not in words(rules, "notify_panel", la_aware_on=date(2026, 11, 16))


def test_the_earlier_limit_is_told_for_areas_that_count_the_day_itself(rules: Sequence[DeadlineRule]) -> None:
    assert " If your area counts the day itself, the limit is Wednesday 30 December 2026." in words(
        rules, "notify_panel", la_aware_on=AWARE
    )
    assert "counts the day itself" not in words(rules, "publish_review", decided_on=AWARE)


def test_an_estimate_says_that_it_is_one_and_a_known_date_does_not(rules: Sequence[DeadlineRule]) -> None:
    assert "This is an estimate: " in words(rules, "rapid_review", la_aware_on=AWARE)
    assert "estimate" not in words(rules, "rapid_review", la_aware_on=AWARE, notified_on=AWARE)


def test_what_has_no_day_is_to_be_done_as_soon_as_possible(rules: Sequence[DeadlineRule]) -> None:
    said = words(rules, "refer")
    assert said == "There is no set day for this: do it as soon as possible. Who should do this: everyone."


@pytest.mark.parametrize(
    "part",
    ["day 0", "not counted", "Monday to Friday", "bank holidays in England and Wales", "end of the last"],
)
def test_the_convention_says_how_days_are_counted(part: str) -> None:
    assert CONVENTION.startswith("How we count: ")
    assert part in CONVENTION
