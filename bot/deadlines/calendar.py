"""Which days are working days in England and Wales, as far as the official list goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from govuk_bank_holidays.bank_holidays import BankHolidays

from bot.deadlines.spoken import long_date

_DECEMBER = 12
_SATURDAY = 5


class BeyondCalendar(ValueError):
    """A day that the list of bank holidays does not cover was needed: the product refuses, never guesses."""

    def __init__(self, day: date) -> None:
        self.day = day
        super().__init__(
            f"Working days cannot be counted on {long_date(day)}: bank holidays are only listed from "
            f"{long_date(first_known_day())} to {long_date(last_known_day())}."
        )


@cache
def bank_holidays() -> Mapping[date, str]:
    """Name of each bank holiday in England and Wales, by date, from the library's own copy of GOV.UK's list.

    A day kept instead of one that falls on a weekend says so: "Boxing Day (substitute day)".

    The division is named because without it the library drops holidays not shared with Scotland and
    Northern Ireland; the copy is used because its constructor otherwise calls the network.
    """
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return MappingProxyType({holiday["date"]: _name(holiday["title"], holiday["notes"]) for holiday in listed})


def _name(title: str, notes: str) -> str:
    return f"{title} ({notes.lower()})" if notes == "Substitute day" else title


@cache
def first_known_day() -> date:
    """The first day of the first year on the list."""
    return date(min(bank_holidays()).year, 1, 1)


@cache
def last_known_day() -> date:
    """The edge: the last day of the last whole year on the list."""
    return end_of_last_whole_year(max(bank_holidays()))


def end_of_last_whole_year(last_holiday: date) -> date:
    """The last day of the year that a list ending on `last_holiday` covers.

    A list that stops before December is not the whole of its year: then the year before is the last.
    """
    whole = last_holiday.year if last_holiday.month == _DECEMBER else last_holiday.year - 1
    return date(whole, _DECEMBER, 31)


def is_weekend(day: date) -> bool:
    """Whether the day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def is_working_day(day: date) -> bool:
    """Whether the day is Monday to Friday and not a bank holiday in England and Wales.

    Raises BeyondCalendar for a day before the first or after the last whole year on the list.
    """
    if not first_known_day() <= day <= last_known_day():
        raise BeyondCalendar(day)
    return not is_weekend(day) and day not in bank_holidays()
