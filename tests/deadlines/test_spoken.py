from __future__ import annotations

from datetime import date

from bot.deadlines.spoken import in_words, what_happened


def test_a_day_is_read_with_its_weekday_and_without_a_leading_nought() -> None:
    assert in_words(date(2026, 11, 23)) == "Monday 23 November 2026"
    assert in_words(date(2027, 1, 7)) == "Thursday 7 January 2027"


def test_a_date_fact_new_to_the_product_reads_as_its_name() -> None:
    assert what_happened("coroner_told_on") == "coroner told on"
