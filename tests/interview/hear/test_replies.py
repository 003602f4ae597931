"""Replies in many voices, measured file by file: a confidently wrong fact is the worst outcome."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

import pytest
import yaml

from bot.interview.hear import Heard, hear
from bot.interview.hear.labels import DATE_FACTS

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parent / "examples").glob("replies*.yaml"))
SETS = ("harm_kinds", "features", "other_routes")
ONE_OF = (
    "area",
    "age_group",
    "outcome",
    "abuse_neglect",
    "place",
    "setting",
    "immediate_danger",
    "suspected_suicide",
    "normally_resident",
    "looked_after",
    "care_leaver",
    "agencies_together",
    "told_social_care",
    "told_lead",
    "works_for_la",
)
EVERY = (*ONE_OF, *SETS, *DATE_FACTS)


def examples(path: Path) -> Iterator[tuple[str, str, str | frozenset[str]]]:
    for question, by_value in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for value, texts in by_value.items():
            meant: str | frozenset[str] = value
            if question in SETS and value != "unknown":
                meant = frozenset() if value == "(none)" else frozenset(value.split(" + "))
            yield from ((question, text, meant) for text in texts)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_replies_are_heard_and_hardly_ever_confidently_wrong(path: Path) -> None:
    rows = [(question, text, meant, hear(question, text, TODAY)) for question, text, meant in examples(path)]
    wrong = [row for row in rows if row[3].value != row[2]]
    confidently = [row for row in wrong if row[3].sure and row[3].value is not None]
    assert len(wrong) <= 0.02 * len(rows), wrong
    assert len(confidently) <= 0.005 * len(rows), confidently


def test_there_are_enough_examples_for_every_question() -> None:
    asked = [question for path in EXAMPLES for question, _, _ in examples(path)]
    assert len(asked) > 1000
    assert set(asked) == {*ONE_OF, *SETS}


def test_most_of_what_is_rightly_heard_needs_no_reading_back() -> None:
    heard = [(hear(question, text, TODAY), meant) for path in EXAMPLES for question, text, meant in examples(path)]
    right = [reply for reply, meant in heard if reply.value == meant]
    assert sum(reply.sure for reply in right) > 0.9 * len(right)


def test_a_reply_is_heard_in_under_two_milliseconds_on_average() -> None:
    rows = [row for path in EXAMPLES for row in examples(path)]
    start = process_time()
    for question, text, _ in rows:
        hear(question, text, TODAY)
    assert (process_time() - start) / len(rows) < 0.002


@pytest.mark.parametrize("question", EVERY)
@pytest.mark.parametrize("text", ["", "   ", "...", "?", "!!", "\n"])
def test_nothing_is_heard_in_nothing(question: str, text: str) -> None:
    assert hear(question, text, TODAY) == Heard(None)


@pytest.mark.parametrize("question", EVERY)
@pytest.mark.parametrize(
    "text", ["I don't know", "don't know", "Not sure", "no idea", "unknown", "I do not know.", "haven't a clue"]
)
def test_not_knowing_is_an_answer_to_every_question(question: str, text: str) -> None:
    assert hear(question, text, TODAY).value == "unknown"


def test_a_fact_that_is_not_in_the_decision_table_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"question: found 'shoe_size', expected one of .*age_group"):
        hear("shoe_size", "nine", TODAY)
