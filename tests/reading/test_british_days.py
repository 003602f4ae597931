"""A day that is returned as sure is the day that was meant, however Britons say it: generated forms."""

from calendar import day_name, isleap, month_name
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.dates import read_date
from bot.reading.hear import hear

DAYS = st.dates(date(2004, 1, 1), date(2035, 12, 31))
WEEKDAYS = st.sampled_from(list(day_name))


def ordinal(n: int) -> str:
    return f"{n}{'th' if 10 < n < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def before(today: date, weekday: str) -> date:
    return max(today - timedelta(days=n) for n in range(1, 8) if f"{today - timedelta(days=n):%A}" == weekday)


def sure_day(text: str, today: date) -> date | None:
    heard = hear("incident_on", text, today)
    return heard.value if heard.sure and isinstance(heard.value, date) else None


WRITTEN: dict[str, Callable[[date], str]] = {
    "3/11/2026": lambda day: f"{day.day}/{day.month}/{day.year}",
    "03-11-26": lambda day: f"{day:%d-%m-%y}",
    "3.11.26": lambda day: f"{day.day}.{day.month}.{day:%y}",
    "3rd November 2026": lambda day: f"{ordinal(day.day)} {day:%B %Y}",
    "the 3rd of November 2026": lambda day: f"the {ordinal(day.day)} of {day:%B}, {day.year}",
    "Tues 3 Nov 2026": lambda day: f"{day:%a} {day.day} {day:%b %Y}",
    "November the 3rd, 2026": lambda day: f"{day:%B} the {ordinal(day.day)}, {day.year}",
    "it was on Tuesday the 3rd of November 2026 at about 4pm": lambda day: (
        f"it was on {day:%A} the {ordinal(day.day)} of {day:%B %Y} at about 4pm"
    ),
}


@pytest.mark.parametrize("form", WRITTEN)
@given(day=DAYS, today=DAYS)
def test_a_whole_date_is_its_day(form: str, day: date, today: date) -> None:
    assert sure_day(WRITTEN[form](day), today) == day


@given(day=DAYS, other=st.integers(1, 6))
def test_a_weekday_that_disagrees_with_its_date_is_never_sure(day: date, other: int) -> None:
    wrong = f"{day + timedelta(days=other):%A}"
    for text in (f"{wrong} {day.day} {day:%B %Y}", f"{wrong} {day:%d/%m/%Y}", f"{day:%d/%m/%Y}, a {wrong}"):
        assert sure_day(text, day) is None


@given(today=DAYS, weekday=WEEKDAYS, weeks=st.sampled_from([("a week", 1), ("two weeks", 2), ("a fortnight", 2)]))
def test_a_week_last_tuesday_and_tuesday_week(today: date, weekday: str, weeks: tuple[str, int]) -> None:
    words, n = weeks
    last = before(today, weekday)
    assert sure_day(f"{words} last {weekday}", today) == last - timedelta(weeks=n)
    assert sure_day(f"{weekday} before last", today) == last - timedelta(weeks=1)
    assert sure_day(f"last {weekday}, not this one just gone", today) == last - timedelta(weeks=1)
    either = f"{today:%A}" == weekday  # a week today, or a week after the next one?
    assert sure_day(f"{weekday} week", today) == (None if either else last + timedelta(weeks=2))
    assert sure_day(f"{words} on {weekday}", today) == (None if either else last + timedelta(weeks=n + 1))


@given(today=DAYS, back=st.integers(1, 27), other=st.integers(1, 27))
def test_what_is_denied_or_taken_back_is_not_the_day(today: date, back: int, other: int) -> None:
    day, denied = today - timedelta(days=back), today - timedelta(days=other)
    if day == denied:
        return
    meant, not_meant = (f"the {ordinal(d.day)} of {d:%B}" for d in (day, denied))
    for text in (
        f"not {not_meant}, {meant}",
        f"{meant}, not {not_meant}",
        f"{not_meant} - no wait, {meant}",
        f"{not_meant}, I tell a lie, {meant}",
    ):
        assert sure_day(text, today) == day, text


@given(today=DAYS, month=st.sampled_from([2, 4, 6, 9, 11]))
def test_a_day_that_its_month_has_not_is_no_day(today: date, month: int) -> None:
    for text in (f"31 {month_name[month]}", f"31/{month}/{today.year}", f"the 31st of {month_name[month]} last year"):
        assert sure_day(text, today) is None
    assert sure_day("30 February", today) is None


@given(today=DAYS)
def test_a_leap_day_without_a_year_is_the_latest_there_was(today: date) -> None:
    leaps = [date(y, 2, 29) for y in range(today.year - 8, today.year + 1) if isleap(y)]
    assert sure_day("29 February", today) == max(day for day in leaps if day <= today)
    assert isleap(today.year) or sure_day(f"29 February {today.year}", today) is None


@given(today=DAYS, days=st.integers(0, 60))
def test_the_turn_of_the_year_is_crossed_backwards(today: date, days: int) -> None:
    new_year = date(today.year, 1, 1) + timedelta(days=min(days, 30))
    assert sure_day("31 December", new_year) == date(today.year - 1, 12, 31)
    assert sure_day("31/12", new_year) == date(today.year - 1, 12, 31)
    assert sure_day("new year's eve", new_year) == date(today.year - 1, 12, 31)


BANK_HOLIDAYS = BankHolidays(use_cached_holidays=True)
NAMED = {"Early May bank holiday", "Spring bank holiday", "Summer bank holiday", "Good Friday", "Easter Monday"}


@pytest.mark.parametrize(
    ("name", "day"),
    [
        (holiday["title"], holiday["date"])
        for holiday in BANK_HOLIDAYS.get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
        if holiday["title"] in NAMED
    ],
)
def test_bank_holidays_are_those_of_gov_uk(name: str, day: date) -> None:
    assert sure_day(f"{name} {day.year}", day) == day
    assert sure_day(name, day + timedelta(days=3)) == day


@given(today=DAYS)
def test_feasts_that_move_with_easter(today: date) -> None:
    for name, days in {"Shrove Tuesday": -47, "Mothering Sunday": -21, "Good Friday": -2, "Easter Sunday": 0}.items():
        of_years = [easter(y) + relativedelta(days=days) for y in range(today.year - 2, today.year + 1)]
        assert sure_day(name, today) == max(day for day in of_years if day <= today)


@pytest.mark.parametrize("text", ["don't know", "I can't remember the date", "no idea when", "not told when"])
def test_a_day_that_is_not_known_is_no_day(text: str) -> None:
    assert read_date(text, date(2026, 11, 23)) is None
    assert hear("incident_on", text, date(2026, 11, 23)).value in ("unknown", None)
