"""Taking identifiers out costs in proportion to the length of the text, whatever its shape."""

from __future__ import annotations

from bot.redaction import redact, to_understand
from tests.growth import TIMES, seconds, superlinear

STORY = (
    "The family have been known to us since March and Mrs Okafor saw mum twice in the clinic. The baby fed well but "
    "had a small mark on one arm. Kayleigh said that the older sister had dropped a toy on him (tel 01922 496000). "
)


def test_twice_the_text_costs_at_most_three_times_as_much_whatever_its_shape() -> None:
    assert superlinear(redact, 10_000) == {}


def test_what_stands_for_what_was_removed_is_found_in_proportion() -> None:
    assert superlinear(to_understand, 10_000) == {}


def test_a_long_honest_story_costs_in_proportion() -> None:
    short, long = ((STORY * 400)[:length] for length in (30_000, 60_000))
    assert seconds(redact, long, 3) <= TIMES * seconds(redact, short, 3)


def test_identifiers_side_by_side_cost_in_proportion() -> None:
    for one in ("WS1 1TP, ", "07700900123 ", "943 476 5919 ", "AB123456C ", "Zorbanish. ", "a.b@example.org "):
        short, long = (one * (length // len(one)) for length in (10_000, 20_000))
        assert seconds(redact, long, 3) <= TIMES * seconds(redact, short, 3), one


def test_an_identifier_is_found_wherever_in_a_long_text_it_stands() -> None:
    for before in range(1_980, 2_440, 7):
        text = ("word " * 600)[:before] + " WS1 1TP and 943 476 5919 " + "word " * 300
        clean, removed = redact(text)
        assert set(removed) == {"a postcode", "an NHS number"}, before
        assert clean.count("removed]") == 2
