"""Hearing costs in proportion to the length of what is read, whatever its shape; a long message is read to its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.reading.about import facts_named, said_of_facts
from bot.reading.dates import read_date
from bot.reading.hear import hear, hear_all, under_sixteen
from bot.reading.hear.labels import DATE_FACTS
from bot.reading.hear.reply import QUESTIONS
from bot.reading.hear.statements import statements
from bot.reading.hear.words import plain, read
from bot.reading.pieces import LONGEST, ends, pieces, tidied
from bot.reading.supposed import supposed
from bot.sentences.encoder import encoder
from tests.growth import shaped, superlinear

TODAY = date(2026, 11, 30)
KIND_OF_EACH = ("outcome", "age_group", "area", "place", "immediate_danger", "features", "incident_on")
"""One fact of each kind of reader; `pytest --whole` reads for every one."""

READERS: dict[str, Callable[[str], object]] = {
    "tidied": tidied,
    "pieces": pieces,
    "plain": plain,
    "hear_all": lambda text: hear_all(text, TODAY),
    "read_date": lambda text: read_date(text, TODAY),
    "under_sixteen": under_sixteen,
    "supposed": supposed,
    "facts_named": facts_named,
    "said_of_facts": lambda text: said_of_facts(text, TODAY, {}),
}


def anew(reads: Callable[[str], object]) -> Callable[[str], object]:
    """The reader, with nothing kept of what was read before."""

    def read_anew(text: str) -> None:
        for kept in (tidied, pieces, plain, read, statements):
            kept.cache_clear()
        encoder()._read.cache_clear()
        reads(text)

    return read_anew


def heard(question: str) -> Callable[[str], object]:
    return anew(lambda text: hear(question, text, TODAY))


@pytest.mark.parametrize("length", [500, pytest.param(10_000, marks=pytest.mark.whole)])
@pytest.mark.parametrize("reader", READERS)
def test_twice_the_text_costs_at_most_three_times_as_much(reader: str, length: int) -> None:
    READERS[reader]("warm")
    assert superlinear(anew(READERS[reader]), length) == {}


@pytest.mark.parametrize("question", KIND_OF_EACH)
def test_a_reply_of_twice_the_length_costs_at_most_three_times_as_much(question: str) -> None:
    heard(question)("warm")
    assert superlinear(heard(question), 500) == {}


@pytest.mark.whole
@pytest.mark.parametrize("length", [1_000, 10_000])
@pytest.mark.parametrize("question", [*QUESTIONS, *DATE_FACTS])
def test_every_reply_costs_in_proportion(question: str, length: int) -> None:
    heard(question)("warm")
    assert superlinear(heard(question), length) == {}


def test_pieces_are_short_and_hold_every_word() -> None:
    for text in (*(text for _, text in shaped(5_000)), "She fell. " * 700, "and then, " * 700):
        assert all(len(piece) <= LONGEST for piece in pieces(text))
        assert "".join("".join(pieces(text)).split()) == "".join(tidied(text).split())


def test_a_piece_ends_with_a_sentence_where_it_can() -> None:
    assert all(piece.endswith("day.") for piece in pieces("She was seen on that day. " * 200))


@pytest.mark.parametrize("text", ["yes - no", "the 8th...\n\nno wait", "Is it?? ☐ Yes ☒ No", "2 y.o., fell 10.5 m"])
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert tidied(text).replace("\n", "") == text.replace("\n", "")


def test_a_long_story_is_heard_to_its_end() -> None:
    story = "The school wrote to the family again and asked how things were at home. " * 250
    told = hear_all(f"{story} The boy was four and he died in Walsall.", TODAY)
    assert (told["outcome"].value, told["area"].value) == ("died", "walsall")


def test_a_reply_at_either_end_of_a_long_message_is_heard() -> None:
    story = "The school wrote to the family again and asked how things were at home. " * 100
    for text in (f"No, she was never in care. {story}", f"{story} So no, she was never in care."):
        assert len(ends(text)) == 2
        assert hear("looked_after", text, TODAY).value == "no"
