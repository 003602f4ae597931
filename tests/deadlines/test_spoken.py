from __future__ import annotations

import re
from datetime import date

from bot.deadlines.spoken import long_date, short_date, what_happened
from tests.conftest import ROOT


def test_a_day_is_read_with_its_weekday_and_without_a_leading_nought() -> None:
    assert long_date(date(2026, 11, 23)) == "Monday 23 November 2026"
    assert long_date(date(2027, 1, 7)) == "Thursday 7 January 2027"
    assert long_date("2026-11-23") == "Monday 23 November 2026"
    assert short_date(date(2027, 1, 7)) == "7 January 2027"


def test_a_date_fact_new_to_the_product_reads_as_its_name() -> None:
    assert what_happened("coroner_told_on") == "coroner told on"


def test_no_name_of_a_day_or_month_follows_the_machines_language() -> None:
    files = [path for room in ("bot", "actions") for path in (ROOT / room).rglob("*.py")]
    assert [path.name for path in files if re.search(r":%[AaBb]|strftime\(", path.read_text(encoding="utf-8"))] == []
