"""How near a deadline is on the day it is shown."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines.calendar import bank_holidays, first_known_day, last_known_day
from bot.deadlines.near import MET_BY, Near, how_near, near, near_again

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("today", "state", "left", "words"),
    [
        ("2026-11-19", "later", 6, "in 6 working days"),
        ("2026-11-20", "soon", 5, "in 5 working days"),
        ("2026-11-25", "soon", 2, "in 2 working days"),
        ("2026-11-26", "tomorrow", 1, "Tomorrow"),
        ("2026-11-27", "today", 0, "Today"),
        ("2026-11-28", "overdue", 0, "Overdue"),  # a Saturday: no working day has passed
        ("2026-11-29", "overdue", 0, "Overdue"),
        ("2026-11-30", "overdue", -1, "Overdue by 1 working day"),
        ("2026-12-02", "overdue", -3, "Overdue by 3 working days"),
    ],
)
def test_a_day_is_near_by_working_days(today: str, state: str, left: int, words: str) -> None:
    found = near("notify_panel", FRIDAY, {}, date.fromisoformat(today))
    assert (found.state, found.days_left) == (state, left)
    assert how_near(found) == words


def test_tomorrow_is_the_calendars_and_monday_is_a_working_day_away_on_a_friday() -> None:
    monday = date(2026, 11, 30)
    assert near("x", monday, {}, FRIDAY) == ("soon", 1)
    assert how_near(Near("soon", 1)) == "in 1 working day"
    assert near("x", monday, {}, date(2026, 11, 29)) == ("tomorrow", 1)
    assert how_near(near("x", date(2026, 11, 29), {}, FRIDAY)) == "before the next working day"


def test_bank_holidays_are_not_days_left() -> None:
    assert near("x", date(2026, 12, 31), {}, date(2026, 12, 24)) == ("soon", 3)


@pytest.mark.parametrize(("id_", "by"), MET_BY.items())
def test_a_deadline_whose_step_is_recorded_is_met_on_any_later_day(id_: str, by: tuple[str, ...]) -> None:
    for step in by:
        found = near(id_, FRIDAY, {step: FRIDAY}, date(2027, 3, 1))
        assert found.state == "met"
        assert how_near(found) == "Done in time"


def test_a_step_after_its_limit_was_late_and_by_how_much() -> None:
    found = near("notify_panel", FRIDAY, {"notified_on": date(2026, 12, 2)}, date(2027, 3, 1))
    assert (found.state, found.days_left) == ("met_late", -3)
    assert how_near(found) == "Done late"


def test_on_which_day_copies_were_sent_nobody_records_so_they_are_not_called_late() -> None:
    assert near("copy_before_publication", FRIDAY, {"published_on": date(2026, 12, 8)}, date(2027, 3, 1)).state == "met"


def test_a_day_past_the_listed_bank_holidays_is_not_counted_but_told_as_far_off() -> None:
    found = near("keep_published", last_known_day() + timedelta(days=200), {}, FRIDAY)
    assert (found.state, found.days_left) == ("later", None)
    assert how_near(found) == "later"
    assert near("x", FRIDAY, {}, last_known_day() + timedelta(days=9)) == ("overdue", None)
    assert how_near(Near("overdue", None)) == "Overdue"


def test_without_a_day_nothing_is_near() -> None:
    assert how_near(near("refer", None, {}, FRIDAY)) == ""


def test_what_was_told_on_a_day_before_is_as_near_as_it_is_today() -> None:
    told = {"id": "notify_panel", "due": "2026-11-27", "state": "soon", "days_left": 4}
    assert near_again(told, {}, date(2026, 11, 30)) == ("overdue", -1)
    assert near_again(told, {"notified_on": FRIDAY}, date(2026, 11, 30)) == ("met", 0)
    assert near_again({**told, "state": "met", "days_left": 2}, {}, date(2027, 1, 4)) == ("met", 2)
    assert near_again({"id": "refer", "due": None}, {}, FRIDAY) == (None, None)


days = st.dates(first_known_day() + timedelta(days=40), last_known_day() - timedelta(days=40))


@given(due=days, ahead=st.integers(-40, 40))
def test_days_left_agree_with_an_independent_counter(due: date, ahead: int) -> None:
    today = due - timedelta(days=ahead)
    found = near("x", due, {}, today)
    holidays = np.array(list(bank_holidays()), dtype="datetime64[D]")
    one = timedelta(days=1)
    first, last = (today, due) if due >= today else (due, today)
    passed = int(np.busday_count(first + one, last + one, holidays=holidays))
    assert found.days_left == (passed if due >= today else -passed)
    assert (found.state == "overdue") == (today > due)
