"""References can be read aloud, typed badly, and not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.referrals.reference import ALPHABET, NotAReference, check_character, make_reference, parse_reference

bodies = st.text(ALPHABET, min_size=7, max_size=7)


def whole(body: str) -> str:
    return body + check_character(body)


@given(bodies)
def test_a_reference_is_understood_however_it_is_typed(body: str) -> None:
    kept = whole(body)
    stored = f"CSPR-{kept[:4]}-{kept[4:]}"
    for typed in (
        stored,
        stored.lower(),
        f"  cspr {kept[:4]} {kept[4:]} ",
        kept,
        stored.replace("0", "o").replace("1", "I"),
        stored.replace("1", "l").replace("-", " \u2013 "),
    ):
        assert parse_reference(typed) == stored


@given(bodies, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_noticed(body: str, place: int, wrong: str) -> None:
    kept = whole(body)
    typed = kept[:place] + wrong + kept[place + 1 :]
    if typed != kept:
        with pytest.raises(NotAReference, match="mistake"):
            parse_reference(typed)


@given(bodies, st.integers(0, 6))
def test_any_two_neighbours_swapped_are_noticed(body: str, place: int) -> None:
    kept = whole(body)
    typed = kept[:place] + kept[place + 1] + kept[place] + kept[place + 2 :]
    if typed != kept:
        with pytest.raises(NotAReference, match="mistake"):
            parse_reference(typed)


@pytest.mark.parametrize(
    "typed", ["", "CSPR", "CSPR-123", "CSPR-7K4M-92QXX", "CSPR-AEUY-AEUY", "' OR 1=1 --", "\u0667" * 8]
)
def test_what_cannot_be_a_reference_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(NotAReference, match="looks like CSPR-"):
        parse_reference(typed)


def test_new_references_are_whole_and_differ() -> None:
    made = {make_reference() for _ in range(200)}
    assert len(made) == 200
    assert all(parse_reference(reference) == reference for reference in made)


def test_no_reference_can_spell_a_word() -> None:
    assert not set(ALPHABET) & set("AEIOUY")
