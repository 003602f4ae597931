"""What a free message states of itself. A wrong fact is worse than a missed one."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.reading.hear import hear_all

TODAY = date(2026, 11, 23)
MESSAGES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "examples/messages.yaml").read_text(encoding="utf-8")
)


def stated(text: str) -> dict[str, Any]:
    return {fact: heard.value for fact, heard in hear_all(text, TODAY).items()}


def test_the_message_of_the_main_job_gives_its_five_facts() -> None:
    text = "A two-year-old in foster care in Walsall has died and we think she was neglected. Do I need to refer?"
    assert stated(text) == {
        "age_group": "under_18",
        "looked_after": "yes",
        "area": "walsall",
        "outcome": "died",
        "abuse_neglect": "suspected",
    }


@pytest.mark.parametrize(("text", "facts"), MESSAGES["stated"].items())
def test_no_more_is_taken_than_was_stated(text: str, facts: dict[str, str]) -> None:
    assert stated(text).items() <= facts.items()


def test_most_of_what_was_stated_is_taken() -> None:
    taken = sum(len(stated(text)) for text in MESSAGES["stated"])
    assert taken >= 0.9 * sum(len(facts) for facts in MESSAGES["stated"].values())


@pytest.mark.parametrize("text", MESSAGES["nothing"])
def test_a_question_a_supposition_a_denial_or_talk_of_others_states_nothing(text: str) -> None:
    assert stated(text) == {}


def test_a_statement_turned_into_a_question_states_nothing() -> None:
    for text in MESSAGES["stated"]:
        if "?" not in text:
            assert stated(f"What if {text[0].lower()}{text[1:]}") == {}
            assert stated(f"If {text[0].lower()}{text[1:].rstrip('.')}, does it count?") == {}
