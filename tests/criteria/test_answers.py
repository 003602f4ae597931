"""Answers as the dialogue holds them: one string a fact, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.criteria.answers import NONE_OF_THESE, decode, encode, facts_in
from bot.criteria.facts import BadFact
from bot.guidance.load import Packs
from tests.criteria.fact_sets import ASKED, Facts, fact_sets, one_value
from tests.criteria.oracle.values import TODAY, Value


@given(pair=st.sampled_from(ASKED).flatmap(lambda fact: st.tuples(st.just(fact), st.none() | one_value(fact))))
def test_what_is_written_is_read_again(packs: Packs, pair: tuple[str, Value | None]) -> None:
    name, value = pair
    assert decode(packs.for_area(None).facts[name], encode(value)) == value


@given(facts=fact_sets)
def test_slots_give_the_facts_back(packs: Packs, facts: Facts) -> None:
    slots = {name: encode(value) for name, value in facts.items()}
    known, asked = facts_in(slots, packs.for_area(None))
    assert known == facts
    assert asked == frozenset()


def test_the_strings_are_readable() -> None:
    assert encode(None) == "unknown"
    assert encode("died") == "died"
    assert encode(TODAY) == "2026-11-23"
    assert encode(frozenset({"repeat_theme", "good_practice"})) == "good_practice,repeat_theme"
    assert encode(frozenset()) == NONE_OF_THESE


def test_not_knowing_is_kept_apart_from_not_asked(packs: Packs) -> None:
    known, asked = facts_in({"outcome": "unknown", "place": None, "features": NONE_OF_THESE}, packs.for_area(None))
    assert known == {"features": frozenset()}
    assert asked == {"outcome"}


def test_slots_that_are_no_facts_are_passed_over(packs: Packs) -> None:
    slots = {"requested_slot": "outcome", "session": 5, "outcome": 5}
    assert facts_in(slots, packs.for_area(None)) == ({}, frozenset())


@pytest.mark.parametrize(
    ("fact", "text"),
    [("outcome", "dead"), ("features", "good_practice,other"), ("features", ""), ("incident_on", "yesterday")],
)
def test_a_string_that_no_answer_gave_is_refused(packs: Packs, fact: str, text: str) -> None:
    with pytest.raises(BadFact) as refusal:
        decode(packs.for_area(None).facts[fact], text)
    assert refusal.value.key == fact
