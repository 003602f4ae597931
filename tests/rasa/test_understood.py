"""What the trained model makes of lines that it has never read (evaluation/heldout)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.rasa.train import train_if_changed
from bot.rasa.understood import Understood
from bot.reading.intents import NOT_TOPICS, TOPIC_OF
from evaluation.lines import training_lines
from tests.conftest import ROOT

Read = list[tuple[list[str], dict[str, Any]]]
HELD_OUT = ROOT / "evaluation" / "heldout"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def understood(fixed_today: None) -> Understood:
    return Understood(train_if_changed(ROOT, ROOT / "models"))


@pytest.fixture(scope="module")
async def read(understood: Understood) -> Read:
    """Each held-out line's topics, and how it was understood."""
    return [(line["topics"], await understood.of(line["text"])) for line in lines(HELD_OUT / "utterances.jsonl")]


def rightness(read: Read, low: float, high: float) -> float:
    """Share right of the lines whose best topic has a confidence in this range."""
    found = [(wanted, topics["topics"][0]) for wanted, topics in read]
    right = [top["topic"] in wanted for wanted, top in found if low <= top["confidence"] <= high]
    return sum(right) / len(right)


def test_none_of_the_held_out_lines_is_learnt_from() -> None:
    held = {line["text"] for line in lines(HELD_OUT / "utterances.jsonl") + lines(HELD_OUT / "danger_negatives.jsonl")}
    learnt = {
        line.strip()[2:].strip()
        for file in (ROOT / "data" / "nlu").rglob("*.yml")
        for line in file.read_text(encoding="utf-8").splitlines()
    }
    assert not held & learnt


def test_every_intent_is_a_topic_or_known_not_to_be() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    intents = {next(iter(item)) if isinstance(item, dict) else item for item in domain["intents"]}
    learnt = {line.intent for line in training_lines()}
    assert intents - learnt - NOT_TOPICS - TOPIC_OF.keys() == set()
    assert set(TOPIC_OF.values()) <= learnt


async def test_what_it_is_sure_of_is_right(read: Read) -> None:
    sure = [found["topics"][0]["topic"] in wanted for wanted, found in read if found["sure"]]
    assert len(sure) > 0.6 * len(read)
    assert sum(sure) >= 0.97 * len(sure)


async def test_confidence_means_something(read: Read) -> None:
    assert rightness(read, 0.9, 1.0) > rightness(read, 0.6, 0.9) > rightness(read, 0.0, 0.6)


async def test_danger_is_caught(read: Read) -> None:
    danger = [found["danger"] for wanted, found in read if wanted == ["danger_now"]]
    assert sum(danger) >= 0.97 * len(danger)


async def test_talk_of_danger_that_is_over_is_no_alarm(understood: Understood) -> None:
    alarms = [(await understood.of(line["text"]))["danger"] for line in lines(HELD_OUT / "danger_negatives.jsonl")]
    assert sum(alarms) <= 0.12 * len(alarms)


async def test_likely_danger_is_told_beside_the_other_readings(understood: Understood) -> None:
    """Danger always shows, even where something else is the likelier reading; then it is not called sure."""
    for line in lines(HELD_OUT / "utterances.jsonl"):
        found = await understood.of(line["text"])
        if found["danger"] and found["topics"][0]["topic"] != "danger_now":
            assert not found["sure"]


@pytest.mark.parametrize("topic", ["wt_2026", "share_duty", "exploitation", "parallel", "public_referrer"])
async def test_what_is_new_is_understood_in_neighbouring_words(read: Read, topic: str) -> None:
    found = [(wanted, [item["topic"] for item in told["topics"]]) for wanted, told in read if wanted[0] == topic]
    assert len(found) >= 11
    assert sum(best[0] in wanted for wanted, best in found) >= 0.8 * len(found)
    assert all(topic in best for _, best in found)
