"""Agreement with an independent implementation, for every day that can start a clock.

numpy first rolls a start that is not a working day onto one, then moves. Our convention takes the
first working day beyond the start as the first counted, so the start must roll away from the count:
`backward` for a count onwards (Saturday -> Friday, so that Monday is the first day counted) and
`forward` for a count backwards (Saturday -> Monday, so that Friday is). Rolling with the count would
give the first working day away as day 0, a day too late (or, backwards, too early).
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from importlib.resources import files
from typing import Literal

import numpy as np
import pytest

from bot.deadlines.calendar import BeyondCalendar, last_known_day
from bot.deadlines.count import add_working_days

PUBLISHED = json.loads((files("govuk_bank_holidays") / "bank-holidays.json").read_text(encoding="utf-8"))
HOLIDAYS = [event["date"] for event in PUBLISHED["england-and-wales"]["events"]]
FIRST = date(2024, 1, 1)
Roll = Literal["backward", "forward"]


@pytest.mark.parametrize(("n", "roll"), [(5, "backward"), (15, "backward"), (-7, "forward")])
def test_every_start_from_2024_to_the_edge_agrees_with_numpy(n: int, roll: Roll) -> None:
    edge = last_known_day()
    starts = [FIRST + timedelta(days=i) for i in range((edge - FIRST).days + 1)]
    theirs = np.busday_offset(
        np.array(starts, dtype="datetime64[D]"),
        n,
        roll=roll,
        holidays=np.array(HOLIDAYS, dtype="datetime64[D]"),
    ).tolist()
    for start, expected in zip(starts, theirs, strict=True):
        if expected <= edge:
            assert add_working_days(start, n).due == expected, start
        else:
            with pytest.raises(BeyondCalendar):
                add_working_days(start, n)


@pytest.mark.parametrize(("n", "roll"), [(5, "forward"), (15, "forward"), (-7, "backward")])
def test_the_other_roll_differs_on_a_weekend_start_so_the_choice_matters(n: int, roll: Roll) -> None:
    saturday = date(2026, 11, 21)
    theirs = np.busday_offset(np.datetime64(saturday), n, roll=roll, holidays=HOLIDAYS).tolist()
    assert theirs != add_working_days(saturday, n).due
