"""Days as the British write and say them. No day is better than a wrong day."""

from calendar import day_name
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.dates import read_date
from bot.reading.hear import hear, hear_all

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2031, 12, 31))
GROUPS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "examples/dates.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("text", "today", "day"), [(text, group["today"], day) for group in GROUPS for text, day in group["days"].items()]
)
def test_a_day_is_read_as_it_was_meant(text: str, today: date, day: date | None) -> None:
    assert read_date(text, today) == day


@pytest.mark.parametrize(
    "form", ["%d/%m/%Y", "%d.%m.%y", "%d-%m-%Y", "%Y-%m-%d", "%d %B %Y", "%A %d %B %Y", "%d %b %y", "%B %d, %Y"]
)
@given(day=DAYS)
def test_a_full_date_is_the_day_it_says(form: str, day: date) -> None:
    assert read_date(day.strftime(form), TODAY) == day


@given(day=DAYS, today=DAYS)
def test_a_date_without_a_year_is_the_latest_not_after_today(day: date, today: date) -> None:
    read = read_date(day.strftime("%d %B"), today)
    assert read is not None
    assert read <= today
    assert (read.day, read.month) == (day.day, day.month)
    assert (today - read).days < 366 or (day.day, day.month) == (29, 2)


@given(today=DAYS, back=st.integers(1, 7))
def test_a_weekday_is_the_latest_such_day(today: date, back: int) -> None:
    day = today - timedelta(days=back)
    assert read_date(f"last {day:%A}", today) == day
    assert read_date(f"{day:%A}", today) == (today if back == 7 else day)


@given(day=DAYS, weekday=st.sampled_from(list(day_name)))
def test_a_weekday_that_does_not_fit_its_date_is_no_day(day: date, weekday: str) -> None:
    read = read_date(f"{weekday} {day:%d %B %Y}", TODAY)
    assert read == (day if day.strftime("%A") == weekday else None)


@given(first=DAYS, second=DAYS)
def test_two_different_days_are_no_single_day(first: date, second: date) -> None:
    read = read_date(f"{first:%d/%m/%Y}, {second:%d/%m/%Y}", TODAY)
    assert read == (first if first == second else None)


@pytest.mark.parametrize(
    "hedge", ["about", "around", "roughly", "before", "after", "since", "by", "some time around", "not"]
)
@given(day=DAYS)
def test_a_hedged_day_is_no_day(hedge: str, day: date) -> None:
    assert read_date(f"{hedge} {day:%d %B %Y}", TODAY) is None


@given(text=st.text(max_size=200))
def test_no_text_breaks_the_hearing(text: str) -> None:
    read_date(text, TODAY)
    hear_all(text, TODAY)
    for question in ("incident_on", "area", "age_group", "outcome", "features", "told_social_care"):
        hear(question, text, TODAY)


DATE_WORDS = (
    "monday last next the 3rd 31 november 12 2026 week fortnight ago a two on in may twenty of first year day before "
    "today yesterday / - or".split()
)


@given(words=st.lists(st.sampled_from(DATE_WORDS), max_size=8))
def test_no_order_of_date_words_breaks_the_reading(words: list[str]) -> None:
    read_date(" ".join(words), TODAY)
