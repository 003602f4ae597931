from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import requests
from dateutil.relativedelta import relativedelta

from bot.deadlines.calendar import (
    BeyondCalendar,
    bank_holidays,
    end_of_last_whole_year,
    first_known_day,
    is_weekend,
    is_working_day,
    last_known_day,
)

# As printed on the domain page.
LISTED = [
    *("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04"),
    *("2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"),
    *("2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03"),
    *("2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"),
]


def test_the_bank_holidays_of_2026_and_2027_are_those_of_england_and_wales() -> None:
    found = [day.isoformat() for day in bank_holidays() if day.year in (2026, 2027)]
    assert found == LISTED


def test_a_bank_holiday_has_its_name() -> None:
    assert bank_holidays()[date(2026, 4, 3)] == "Good Friday"


def test_a_holiday_not_shared_with_the_rest_of_the_united_kingdom_counts() -> None:
    """Scotland has no bank holiday on the last Monday of August, nor on Easter Monday."""
    assert not is_working_day(date(2027, 8, 30))
    assert not is_working_day(date(2028, 4, 17))


def test_a_scottish_holiday_is_a_working_day() -> None:
    assert is_working_day(date(2026, 11, 30))


@pytest.mark.parametrize(
    ("day", "works"),
    [(16, True), (17, True), (18, True), (19, True), (20, True), (21, False), (22, False)],
)
def test_monday_to_friday_are_working_days(day: int, works: bool) -> None:
    assert is_working_day(date(2026, 11, day)) is works
    assert is_weekend(date(2026, 11, day)) is not works


def test_the_edges_are_the_first_and_last_whole_years_listed() -> None:
    assert first_known_day() == date(min(bank_holidays()).year, 1, 1)
    assert last_known_day() == date(max(bank_holidays()).year, 12, 31)


def test_the_days_at_the_edges_are_known() -> None:
    assert not is_working_day(date(2012, 1, 1))
    is_working_day(last_known_day())


ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize("day", [first_known_day() - ONE_DAY, last_known_day() + ONE_DAY, date.min, date.max])
def test_a_day_past_either_edge_is_refused_in_one_clear_sentence(day: date) -> None:
    assert first_known_day() == date(2012, 1, 1)
    with pytest.raises(BeyondCalendar) as refused:
        is_working_day(day)
    assert refused.value.day == day
    edge = last_known_day()
    assert str(refused.value) == (
        f"Working days cannot be counted on {day:%A} {day.day} {day:%B} {day.year}: bank holidays are "
        f"only listed from Sunday 1 January 2012 to {edge:%A} 31 December {edge.year}."
    )


def test_the_list_is_read_without_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def call(*_: object, **__: object) -> None:
        raise AssertionError("the network was called")

    monkeypatch.setattr(requests, "get", call)
    assert bank_holidays.__wrapped__() == bank_holidays()


def test_a_list_that_stops_before_december_does_not_cover_its_last_year() -> None:
    assert end_of_last_whole_year(date(2028, 12, 26)) == date(2028, 12, 31)
    assert end_of_last_whole_year(date(2028, 8, 28)) == date(2027, 12, 31)


def test_the_list_of_bank_holidays_lasts_another_six_months() -> None:
    """The one test that reads the clock. When it fails, upgrade govuk-bank-holidays."""
    assert datetime.now(UTC).date() + relativedelta(months=6) <= last_known_day()


def test_the_list_cannot_be_changed_by_a_reader() -> None:
    with pytest.raises(TypeError):
        bank_holidays()[date(2026, 11, 23)] = "Made up"  # type: ignore[index]  # the point of the test
