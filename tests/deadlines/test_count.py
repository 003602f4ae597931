from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines.calendar import BeyondCalendar, bank_holidays, is_working_day, last_known_day
from bot.deadlines.count import Counted, add_working_days, count
from bot.guidance.model import Clock

DAYS = st.dates(date(2012, 6, 1), date(2028, 6, 1))
COUNTS = st.integers(-25, 25)
NEW_YEAR = "New Year\u2019s Day"  # with GOV.UK's apostrophe


@pytest.mark.parametrize(
    ("n", "start", "due"),
    [
        (5, "2026-11-16", "2026-11-23"),
        (5, "2026-11-20", "2026-11-27"),
        (5, "2026-11-21", "2026-11-27"),
        (5, "2026-04-01", "2026-04-10"),
        (5, "2026-12-22", "2026-12-31"),
        (15, "2026-12-14", "2027-01-07"),
        (-7, "2027-01-06", "2026-12-23"),
    ],
)
def test_the_worked_examples_come_out_as_written(n: int, start: str, due: str) -> None:
    assert add_working_days(date.fromisoformat(start), n).due == date.fromisoformat(due)


def test_skipped_bank_holidays_are_named_earliest_first_whichever_way_the_count_runs() -> None:
    christmas = ((date(2026, 12, 25), "Christmas Day"), (date(2026, 12, 28), "Boxing Day (substitute day)"))
    new_year = ((date(2027, 1, 1), NEW_YEAR),)
    assert add_working_days(date(2026, 12, 22), 5).skipped == christmas
    assert add_working_days(date(2027, 1, 6), -7).skipped == christmas + new_year


def test_a_start_on_a_bank_holiday_is_day_zero_and_not_a_skipped_day() -> None:
    counted = add_working_days(date(2026, 12, 25), 5)
    assert counted == Counted(
        date(2027, 1, 5), ((date(2026, 12, 28), "Boxing Day (substitute day)"), (date(2027, 1, 1), NEW_YEAR))
    )


def test_no_days_after_a_day_is_that_day_even_at_a_weekend() -> None:
    assert add_working_days(date(2026, 11, 21), 0) == Counted(date(2026, 11, 21), ())


@given(DAYS, COUNTS)
def test_exactly_so_many_working_days_lie_between_start_and_limit(start: date, n: int) -> None:
    due, _ = add_working_days(start, n)
    sign = 1 if n > 0 else -1
    passed = [start + timedelta(days=sign * i) for i in range(1, abs((due - start).days) + 1)]
    assert sum(map(is_working_day, passed)) == abs(n)
    assert (due - start).days * n >= 0


@given(DAYS, COUNTS.filter(bool))
def test_the_limit_is_always_a_working_day(start: date, n: int) -> None:
    assert is_working_day(add_working_days(start, n).due)


@given(DAYS, COUNTS)
def test_the_skipped_days_are_the_weekday_holidays_in_between(start: date, n: int) -> None:
    due, skipped = add_working_days(start, n)
    low, high = sorted([start, due])
    between = [(day, name) for day, name in bank_holidays().items() if low < day < high and day.weekday() < 5]
    assert list(skipped) == sorted(between)


@given(DAYS, st.integers(1, 20))
def test_one_more_day_is_the_next_working_day(start: date, n: int) -> None:
    assert add_working_days(add_working_days(start, n).due, 1).due == add_working_days(start, n + 1).due


@given(DAYS.filter(is_working_day), COUNTS)
def test_from_a_working_day_counting_back_undoes_counting_on(start: date, n: int) -> None:
    assert add_working_days(add_working_days(start, n).due, -n).due == start


@given(DAYS, st.integers(0, 40), COUNTS)
def test_a_later_start_never_gives_an_earlier_limit(start: date, later: int, n: int) -> None:
    if n:
        assert add_working_days(start, n).due <= add_working_days(start + timedelta(days=later), n).due


def test_a_count_that_runs_past_the_list_is_refused_and_one_that_ends_on_it_is_not() -> None:
    edge = last_known_day()
    last = add_working_days(edge + timedelta(days=1), -1).due
    before = add_working_days(last, -1).due
    assert add_working_days(before, 1).due == last
    with pytest.raises(BeyondCalendar) as refused:
        add_working_days(last, 1)
    assert refused.value.day == edge + timedelta(days=1)


def test_a_count_back_past_the_start_of_the_list_is_refused() -> None:
    with pytest.raises(BeyondCalendar) as refused:
        add_working_days(date(2012, 1, 4), -7)
    assert refused.value.day == date(2011, 12, 31)


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        ("2026-05-14", 6, "2026-11-14"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-03-31", 6, "2026-09-30"),
        ("2026-12-31", -1, "2026-11-30"),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(start: str, months: int, due: str) -> None:
    counted = count(date.fromisoformat(start), Clock(count=months, unit="months"))
    assert counted == Counted(date.fromisoformat(due), ())


@pytest.mark.parametrize(
    ("start", "due"),
    [("2027-02-28", "2028-02-28"), ("2028-02-29", "2029-02-28"), ("2026-12-25", "2027-12-25")],
)
def test_a_year_ends_on_the_same_day_and_a_leap_day_on_the_28th(start: str, due: str) -> None:
    assert count(date.fromisoformat(start), Clock(count=1, unit="years")) == Counted(date.fromisoformat(due), ())


def test_months_and_years_need_no_bank_holidays_and_run_past_the_list() -> None:
    assert count(last_known_day(), Clock(count=1, unit="years")).due.year == last_known_day().year + 1


def test_a_clock_of_working_days_is_counted_in_working_days() -> None:
    start = date(2026, 12, 22)
    assert count(start, Clock(count=5, unit="working_days")) == add_working_days(start, 5)


@given(DAYS, st.integers(1, 24))
def test_months_land_in_the_right_month_on_the_nearest_day(start: date, months: int) -> None:
    due = count(start, Clock(count=months, unit="months")).due
    whole = start.year * 12 + start.month - 1 + months
    assert (due.year, due.month - 1) == divmod(whole, 12)
    assert due.day == min(start.day, calendar.monthrange(due.year, due.month)[1])
