"""A message of any shape and length costs the service little, and in proportion; a long one is read to its end."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.channels.conversations import LONGEST
from bot.rasa.train import train_if_changed
from bot.rasa.understood import Understood
from tests.conftest import ROOT
from tests.growth import TIMES, UNITS, shaped
from tests.talking import Talker

FLOOR = 0.03
"""Seconds of processor time: what a turn costs whatever was said."""
MOST = 1.5
"""Seconds of processor time that the longest message may cost."""
SOME = ("\n", ",", "-", "1", "a", "no ", "and ", "\n a", "wait ", "if ", "he died. ")
"""Shapes for every change; `pytest --whole` sends all."""


def story(length: int) -> str:
    """A long account of what is over, no two sentences alike."""
    draw = random.Random(length)
    told = ""
    while len(told) < length:
        who = draw.choice(["The health visitor", "Dad", "The school", "A support worker", "The surgery"])
        did = draw.choice(["wrote to the family", "went round", "missed the meeting", "weighed the baby"])
        told += f"{who} {did} in {draw.randrange(2018, 2025)}, and letter {draw.randrange(999)} was sent. "
    return told[:length]


@pytest.fixture
def cost(app: FastAPI) -> Callable[[str, str | None], float]:
    """Processor time of one message, as the first of a conversation or while a question waits."""
    client = TestClient(app)

    def measured(text: str, opening: str | None) -> float:
        talker = Talker(client)
        if opening:
            talker.send(text=opening)
        start = time.process_time()
        talker.send(text=text)
        return time.process_time() - start

    measured("hello", None)
    return measured


@pytest.mark.parametrize("opening", [None, "start the check"])
def test_twice_the_message_costs_at_most_three_times_as_much(
    cost: Callable[[str, str | None], float], opening: str | None, whole: bool
) -> None:
    slow = {}
    for (unit, short), (_, long) in zip(shaped(LONGEST // 2), shaped(LONGEST), strict=True):
        if unit not in (UNITS if whole else SOME):
            continue
        for tries in (1, 3):
            costs = [min(cost(text, opening) for _ in range(tries)) for text in (short, long)]
            if costs[1] <= min(MOST, TIMES * max(costs[0], FLOOR)):
                break
        else:
            slow[unit] = costs
    assert slow == {}


def test_the_longest_story_costs_less_than_its_limit(cost: Callable[[str, str | None], float]) -> None:
    assert min(cost(story(LONGEST), "start the check") for _ in range(2)) < MOST


@pytest.fixture(scope="module")
def understood() -> Understood:
    return Understood(train_if_changed(ROOT, ROOT / "models"))


def is_danger(understood: Understood, text: str) -> bool:
    return bool(asyncio.run(understood.of(text))["danger"])


@pytest.mark.parametrize(
    "alarm",
    [
        "Dad has got a knife and is in the house with the kids now.",
        "She is two and he is hitting her as we speak, please help.",
        "I can't wake the baby and she is going blue.",
    ],
)
@pytest.mark.parametrize("length", [3_000, 19_900])
def test_danger_in_the_last_sentence_is_found(understood: Understood, alarm: str, length: int) -> None:
    assert is_danger(understood, f"{story(length)} {alarm}")
    assert is_danger(understood, f"{story(length // 2)}. {alarm} {story(length // 2)}")


@pytest.mark.parametrize("length", [3_000, 19_900])
def test_a_long_story_of_what_is_over_raises_no_alarm(understood: Understood, length: int) -> None:
    assert not is_danger(understood, story(length))
