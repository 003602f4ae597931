"""Words alone that say a child is in danger now, and words that only sound like it."""

from __future__ import annotations

import pytest

from bot.reading.danger_words import says_danger


@pytest.mark.parametrize(
    "text",
    [
        "he's back in the house tonight",
        "she is not breathing",
        "the children are in danger right now",
        "he's threatening to kill them",
        "dad has got a knife and he's outside her door",
        "they're not safe there tonight",
        "a girl of nine has gone missing from her placement",
    ],
)
def test_danger_is_heard_in_words_alone(text: str) -> None:
    assert says_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "no, nobody is in danger now",
        "she took an overdose in June and died",
        "a lad with a knife was disarmed at our gates last year",
        "does a review help children who are in danger now",
        "he had stopped breathing, they got him back, and a month on he is well and recovered",
        "what if he is still living with the children",
    ],
)
def test_what_is_over_or_supposed_is_left_to_the_classifier(text: str) -> None:
    assert not says_danger(text)
