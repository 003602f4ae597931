"""Replies in many voices, measured file by file: a confidently wrong fact is the worst outcome."""

from datetime import date
from typing import Any

import pytest

from bot.reading.hear import Heard, hear
from bot.reading.hear.composed import NO_REPLY, NONE, Composed, composed
from bot.reading.hear.labels import DATE_FACTS
from evaluation.replies import held_out

TODAY = date(2026, 11, 23)
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


def meant(reply: Composed) -> str | frozenset[str] | None:
    if reply.question in SETS and reply.meant not in (("unknown",), (NO_REPLY,)):
        return frozenset(reply.meant) - {NONE}
    return None if reply.meant == (NO_REPLY,) else reply.meant[0]


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, str, object, Heard]]:
    return [(reply.question, reply.text, meant(reply), hear(reply.question, reply.text, TODAY)) for reply in composed()]


def test_composed_replies_are_heard_and_hardly_ever_confidently_wrong(rows: list[Any]) -> None:
    wrong = [row for row in rows if row[3].value != row[2]]
    confidently = [row for row in wrong if row[3].sure and row[3].value is not None]
    assert len(wrong) <= 0.04 * len(rows), wrong
    assert len(confidently) <= 0.01 * len(rows), confidently


@pytest.mark.parametrize("question", [*ONE_OF, *SETS])
def test_there_are_composed_replies_for_every_question(question: str) -> None:
    assert sum(reply.question == question for reply in composed()) >= 100


@pytest.mark.parametrize("split", ["seen", "unseen"])
def test_replies_held_out_are_heard_and_hardly_ever_confidently_wrong(split: str) -> None:
    """Only shares are compared, so that a failure does not show lines that nobody is to read."""
    held = [row for row in held_out("replies") if row.split == split]
    right, misled = (sum(getattr(row, name) for row in held) / len(held) for name in ("right", "misled"))
    assert right >= 0.93
    assert misled <= 0.02


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
