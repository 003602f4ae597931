"""Options may be pointed at by their place in the list."""

from datetime import date

import pytest

from bot.reading.hear import hear
from bot.reading.hear.labels import options
from bot.reading.hear.passing import passes

TODAY = date(2026, 11, 23)
KINDS = options("harm_kinds", {})


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("first one", [0]),
        ("the second", [1]),
        ("number three", [2]),
        ("option 4 please", [3]),
        ("the last one", [4]),
        ("1 and 3", [0, 2]),
        ("1, 2, 5", [0, 1, 4]),
        ("the first and the third", [0, 2]),
        ("both of the first two", [0, 1]),
        ("first three", [0, 1, 2]),
        ("last two", [3, 4]),
        ("all of them", [0, 1, 2, 3, 4]),
        ("yes to all", [0, 1, 2, 3, 4]),
        ("the lot", [0, 1, 2, 3, 4]),
        ("everything except the last", [0, 1, 2, 3]),
        ("all but the second one", [0, 2, 3, 4]),
        ("all apart from mental health", [0, 1, 3, 4]),
    ],
)
def test_options_by_their_place(text: str, places: list[int]) -> None:
    assert hear("harm_kinds", text, TODAY).value == frozenset(KINDS[place] for place in places)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("outcome", "the second one", "seriously_harmed"),
        ("told_lead", "first one", "yes"),
        ("setting", "the last one", "none"),
        ("age_group", "1", "under_18"),
        ("outcome", "1 or 2", None),
    ],
)
def test_one_option_by_its_place(question: str, text: str, value: str | None) -> None:
    assert hear(question, text, TODAY).value == value


@pytest.mark.parametrize(
    "text", ["not all of them", "the first time he was hurt", "9", "the one in Leeds", "not the first"]
)
def test_talk_of_other_things_points_at_no_option(text: str) -> None:
    value = hear("features", text, TODAY).value
    assert not isinstance(value, frozenset) or len(value) < 2


@pytest.mark.parametrize(
    "text", ["skip", "pass", "next please", "I'd rather not say", "let's skip this one", "leave it blank"]
)
def test_passing_over_a_question_is_not_knowing(text: str) -> None:
    assert passes(text)
    assert hear("features", text, TODAY).value == "unknown"


@pytest.mark.parametrize("text", ["he had to pass the school", "skipped school a lot", "next of kin were told"])
def test_other_passing_is_no_passing_over(text: str) -> None:
    assert not passes(text)
