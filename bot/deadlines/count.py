"""Counting from day 0: working days, months and years."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from bot.deadlines.calendar import bank_holidays, is_weekend, is_working_day
from bot.guidance.model import Clock

Skipped = tuple[tuple[date, str], ...]


class Counted(NamedTuple):
    """Where a count ends, and the bank holidays that fell on a weekday on the way, earliest first."""

    due: date
    skipped: Skipped


@lru_cache(maxsize=4096)
def add_working_days(start: date, n: int) -> Counted:
    """The nth working day after `start`, or before it when n is negative; `start` itself is never counted.

    n = 0 is `start`, whatever day it is. The documents do not define the count: this is the product's
    convention (domain page "Deadlines"), the same for a start on a weekend or a bank holiday.
    Raises BeyondCalendar when a day to be counted is outside the list of bank holidays.
    """
    step = timedelta(days=1 if n > 0 else -1)
    day, left, skipped = start, abs(n), []
    while left:
        day += step
        if is_working_day(day):
            left -= 1
        elif not is_weekend(day):
            skipped.append((day, bank_holidays()[day]))
    return Counted(day, tuple(sorted(skipped)))


@lru_cache(maxsize=4096)
def working_days_until(today: date, due: date) -> int:
    """Working days after `today` up to and with `due`; as a negative number, those after `due` up to and with `today`.

    Raises BeyondCalendar when a day to be counted is outside the list of bank holidays.
    """
    first, last = sorted((today, due))
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    passed = sum(is_working_day(day) for day in days)
    return passed if due >= today else -passed


def count(start: date, clock: Clock) -> Counted:
    """Where the clock ends when day 0 is `start`.

    Months and years end on the same day of the month, or on the month's last day if it is shorter;
    they pass over no day. Raises BeyondCalendar as add_working_days does.
    """
    match clock.unit:
        case "working_days":
            return add_working_days(start, clock.count)
        case "months":
            return Counted(start + relativedelta(months=clock.count), ())
        case "years":
            return Counted(start + relativedelta(years=clock.count), ())
