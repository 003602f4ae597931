"""Dates of which less than the day is known."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest

from bot.criteria.facts import BadFact, plain, read_facts, read_when
from bot.criteria.outcomes import notes
from bot.criteria.rough_day import RoughDay, earliest_day, rough_day
from bot.guidance.load import Packs
from tests.criteria.oracle.values import TODAY


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02~", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-10-20~", date(2026, 10, 20), date(2026, 10, 20)),
        ("2026-10-20?", date(2026, 10, 20), date(2026, 10, 20)),
        ("2026-08/2026-10", date(2026, 8, 1), date(2026, 10, 31)),
        ("2026-08-03/2026-08-05", date(2026, 8, 3), date(2026, 8, 5)),
        ("2026-08/..", date(2026, 8, 1), date.max),
        ("../2026-10", date.min, date(2026, 10, 31)),
        ("2026-08/", date(2026, 8, 1), date.max),
        ("/2026-10", date.min, date(2026, 10, 31)),
    ],
)
def test_it_is_any_day_from_the_earliest_to_the_latest(text: str, earliest: date, latest: date) -> None:
    found = rough_day(text)
    assert found is not None
    assert (earliest_day(found), found.latest, plain(found)) == (earliest, latest, text)


@pytest.mark.parametrize(
    "text", ["2026-11-20", "2026-13", "2026-10/2026-08", "..", "../..", "/", "October", "26-10", "2026-02-30~", ""]
)
def test_anything_else_is_none(text: str) -> None:
    assert rough_day(text) is None


def test_it_is_never_the_same_as_the_day_it_begins_with() -> None:
    found = rough_day("2026-10")
    assert found != date(2026, 10, 1) and date(2026, 10, 1) != found
    assert found == rough_day("2026-10") and hash(found) == hash(rough_day("2026-10"))
    for again in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert isinstance(again, RoughDay) and again == found and again.latest == date(2026, 10, 31)


def test_years_that_dates_cannot_have_are_refused() -> None:
    for text in ("1899-12", "2026/2200", "0001"):
        with pytest.raises(BadFact, match="a date from 1900 to 2199"):
            read_when("incident_on", text)


@pytest.mark.parametrize(
    ("told", "old"),
    [("2025-10", True), ("2025-11", False), ("2024/2025-10", True), ("2024/..", False), ("../2025-10", True)],
)
def test_a_case_is_old_when_its_latest_day_is(packs: Packs, told: str, old: bool) -> None:
    pack = packs.for_area("walsall")
    facts, _ = read_facts({"incident_on": told}, pack)
    assert ("old_case" in {note.id for note in notes(pack, facts, TODAY)}) is old
