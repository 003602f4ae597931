"""What is said last counts, where something is taken back."""

from datetime import date

import pytest

from bot.reading.hear import Heard, hear
from bot.reading.hear.last_word import instead, perhaps_taken_back, taken_back

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("looked_after", "yes - no wait, no", "no"),
        ("looked_after", "no, scrap that, he was in foster care", "yes"),
        ("told_social_care", "no, hang on, yes we did", "yes"),
        ("looked_after", "no, well yes, since the spring", "yes"),
        ("area", "walsall, no I tell a lie, wolverhampton", "wolverhampton"),
        ("area", "Darlington - sorry, Walsall", "walsall"),
        ("told_lead", "not yet. Hang on, I did, on the phone", "yes"),
        ("told_social_care", "yes. Oh no, my mistake, that was another case. No", "no"),
        ("outcome", "she died, correction, she was very badly hurt", "seriously_harmed"),
        ("setting", "children's home, I mean hospital", "other_regulated"),
        ("incident_on", "the 8th, I tell a lie, the 7th", date(2026, 11, 7)),
        ("incident_on", "yesterday - no wait, the day before yesterday", date(2026, 11, 21)),
    ],
)
def test_the_last_word_counts(question: str, text: str, value: object) -> None:
    assert hear(question, text, TODAY).value == value


@pytest.mark.parametrize("text", ["hang on a minute", "sorry", "wait", "actually", "no wait", "yes, actually"])
def test_a_pause_takes_nothing_back(text: str) -> None:
    assert taken_back(text) is None
    assert perhaps_taken_back(text) is None


def test_what_only_might_be_taken_back_is_read_back() -> None:
    assert hear("looked_after", "no, actually yes he was", TODAY) == Heard("yes", sure=False)


def test_an_actually_that_goes_on_with_the_same_answer_changes_nothing() -> None:
    assert hear("looked_after", "yes, well, he was in foster care", TODAY).value == "yes"


def test_what_is_said_instead_is_what_counts() -> None:
    assert instead("She didn't die, she was badly hurt") == "she was badly hurt"
    assert instead("not yet, he's in a meeting") == "not yet, he's in a meeting"
    assert hear("outcome", "no he didn't die, but he was very badly hurt", TODAY).value == "seriously_harmed"
