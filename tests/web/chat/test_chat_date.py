"""Day, month and year as typed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.web.chat_date import DateFields, NotADate


@pytest.mark.parametrize("month", ["11", "Nov", "november", "NOVEMBER"])
def test_a_month_may_be_a_number_or_a_name(month):
    assert DateFields("20", month, "2026").read() == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("fields", "part", "words"),
    [
        (("", "11", "2026"), "day", "include a day"),
        (("20", "", ""), "month", "include a month and a year"),
        (("20", "11", "26"), "year", "four numbers"),
        (("20", "13", "2026"), "month", "from 1 to 12"),
        (("20", "0", "2026"), "month", "from 1 to 12"),
        (("20", "brumaire", "2026"), "month", "its name"),
        (("31", "11", "2026"), "day", "real date"),
        (("29", "2", "2026"), "day", "real date"),
        (("twenty", "2", "2026"), "day", "real date"),
        (("1", "1", "0000"), "day", "real date"),
        (("1", "²", "2026"), "month", "from 1 to 12"),
    ],
)
def test_what_is_no_date_is_named_with_the_field_to_put_right(fields, part, words):
    with pytest.raises(NotADate, match=words) as fault:
        DateFields(*fields).read()
    assert fault.value.part == part
