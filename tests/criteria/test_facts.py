"""Facts as they come in: read, or refused with a sentence that names the mistake."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.criteria.facts import BadFact, plain, read_day, read_facts, read_value
from bot.guidance.load import Packs
from bot.guidance.model import Pack

HARMS = "life_threatening, lasting_physical, mental_health, development, other_serious"


@pytest.fixture
def pack(packs: Packs) -> Pack:
    return packs.for_area(None)


def test_known_facts_are_told_from_those_answered_unknown(pack: Pack) -> None:
    raw: dict[str, object] = {
        "outcome": "died",
        "place": "unknown",
        "setting": None,
        "features": [],
        "incident_on": "2026-11-20",
    }
    known, asked = read_facts(raw, pack)
    assert known == {"outcome": "died", "features": frozenset(), "incident_on": date(2026, 11, 20)}
    assert asked == {"place", "setting"}


def test_a_setting_of_none_is_an_answer(pack: Pack) -> None:
    assert read_facts({"setting": "none"}, pack) == ({"setting": "none"}, frozenset())


def test_a_fact_the_table_does_not_know_is_refused(pack: Pack) -> None:
    with pytest.raises(BadFact) as refusal:
        read_facts({"colour": "red"}, pack)
    assert refusal.value.key == "colour"
    expected = "colour: found 'red', expected a fact of the decision table: " + ", ".join(pack.facts)
    assert str(refusal.value) == expected


def test_even_an_unknown_value_of_a_fact_the_table_does_not_know_is_refused(pack: Pack) -> None:
    with pytest.raises(BadFact):
        read_facts({"colour": None}, pack)


@pytest.mark.parametrize("given", [["development"], ("development",), {"development"}, frozenset({"development"})])
def test_a_list_is_read_from_anything_that_holds_values(pack: Pack, given: Any) -> None:
    assert read_value(pack.facts["harm_kinds"], given) == frozenset({"development"})


@pytest.mark.parametrize(
    ("fact", "value", "expected"),
    [
        ("abuse_neglect", "maybe", "found 'maybe', expected one of no_sign, suspected, known, or unknown"),
        ("abuse_neglect", 1, "found 1, expected one of no_sign, suspected, known, or unknown"),
        ("abuse_neglect", ["known"], "found ['known'], expected one of no_sign, suspected, known, or unknown"),
        ("harm_kinds", "development", f"found 'development', expected a list (it may be empty) of {HARMS}"),
        ("harm_kinds", ["development", 5], f"found ['development', 5], expected a list (it may be empty) of {HARMS}"),
        ("la_aware_on", "tomorrow", "found 'tomorrow', expected a date written like 2026-11-20, or unknown"),
    ],
)  # fmt: skip
def test_a_value_the_fact_cannot_have_is_refused(pack: Pack, fact: str, value: Any, expected: str) -> None:
    with pytest.raises(BadFact) as by_value:
        read_value(pack.facts[fact], value)
    with pytest.raises(BadFact) as by_facts:
        read_facts({fact: value}, pack)
    assert str(by_value.value) == str(by_facts.value) == f"{fact}: {expected}"


@pytest.mark.parametrize("given", ["2026-11-20", date(2026, 11, 20)])
def test_a_day_is_read(given: Any) -> None:
    assert read_day("today", given) == date(2026, 11, 20)


@pytest.mark.parametrize(
    "given",
    ["", "2026-11-31", "2026-1-2", "20261120", "2026-W47-5", "2026-11-20T00:00", " 2026-11-20", "２０２６-11-20", 5,
     None, [2026, 11, 20], datetime(2026, 11, 20, tzinfo=UTC)],
)  # fmt: skip
def test_what_is_no_day_is_refused(given: Any) -> None:
    with pytest.raises(BadFact) as refusal:
        read_day("today", given)
    assert str(refusal.value) == f"today: found {given!r}, expected a date written like 2026-11-20"


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_first_and_last_year_that_can_be_reckoned_with_are_read(year: int) -> None:
    assert read_day("today", f"{year}-06-01").year == year


@pytest.mark.parametrize("given", ["1899-12-31", "2200-01-01", date(1, 1, 1)])
def test_a_year_that_cannot_be_reckoned_with_is_refused(given: Any) -> None:
    with pytest.raises(BadFact) as refusal:
        read_day("incident_on", given)
    assert str(refusal.value) == f"incident_on: found '{given}', expected a date from 1900 to 2199"


def test_values_become_plain_json() -> None:
    assert plain("died") == "died"
    assert plain(date(2026, 11, 20)) == "2026-11-20"
    assert plain(frozenset({"b", "a"})) == ["a", "b"]
