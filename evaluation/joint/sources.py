"""What the joint reader learns from: messages labelled whole, replies composed by hand, and the lines of data/nlu.

A label of a line is 1, 0, or unsaid (nan): a composed reply is labelled for its question only.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from bot.reading.hear.asking import is_question
from bot.reading.hear.composed import NO_REPLY, NONE, composed
from bot.reading.joint.labels import ASKS, CASE, DANGER, DENIES, LABELS, PLACES, UNKNOWN, VALUES
from bot.reading.joint.reader import QUESTIONS, questions
from evaluation.lines import training_lines

ROOT = Path(__file__).parent.parent.parent
MESSAGES = ROOT / "data" / "messages"
UNSAID = float("nan")
TALK = frozenset("greet thanks goodbye affirm deny dont_know bot_challenge pause restart privacy help".split())
"""Intents whose lines tell nothing of a case."""
TELLS = frozenset({"start_check", "danger_now", "change_answer", "out_of_scope"})
A_TOPIC, OF_DANGER = 28, 400
"""Lines taken of each topic of data/nlu, and of danger: so many topics would drown the rest."""


UNDER_QUESTIONS = 3
"""Questions under which an opening that tells of danger now is shown again: an alarm may interrupt any."""
SHORT = 4
"""Words: a reply as short as this tells nothing beyond its question."""


@dataclass(frozen=True, slots=True)
class Example:
    """One text under one question ("" for none), with a 1, 0 or nan for each of LABELS."""

    voice: str
    question: str
    text: str
    wanted: NDArray[np.float32] = field(repr=False)


def examples() -> list[Example]:
    """Everything to learn from, in the same order each time."""
    chance = random.Random(7)  # noqa: S311  the same lines each time
    return [*_messages(chance), *_replies(chance), *_lines(chance)]


def fingerprint() -> str:
    """A hash of what is learnt from, so that a test can tell whether the network is of today's lines."""
    digest = hashlib.sha256(QUESTIONS.read_bytes())
    for file in sorted(MESSAGES.glob("*.jsonl")):
        digest.update(file.read_bytes())
    for reply in composed():
        digest.update(repr(reply).encode())
    return digest.hexdigest()


def messages() -> Iterator[tuple[str, dict[str, object]]]:
    """Each labelled message with its voice (the file's name)."""
    for file in sorted(MESSAGES.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield file.stem, json.loads(line)


def _messages(chance: random.Random) -> Iterator[Example]:
    every = sorted(questions())
    for voice, line in messages():
        question, text = str(line.get("q") or ""), str(line["text"])
        told: dict[str, str] = line["told"]  # type: ignore[assignment]
        wanted = np.zeros(len(LABELS), np.float32)
        for fact, said in told.items():
            if said == "unknown":
                wanted[PLACES[UNKNOWN]] = float(fact == question)
                continue
            for value in said.split(","):
                if (label := f"{fact}={value}") in PLACES:
                    wanted[PLACES[label]] = 1
        for key, label in (("now", DANGER), ("asks", ASKS), ("deny", DENIES)):
            wanted[PLACES[label]] = float(bool(line.get(key)))
        wanted[PLACES[CASE]] = UNSAID if question else float(bool(line.get("case") or line.get("now")))
        yield Example(voice, question, text, wanted)
        moves = UNDER_QUESTIONS if line.get("now") else int(bool(line.get("case") or line.get("asks")))
        for other in chance.sample(every, 0 if question else moves):
            moved = wanted.copy()
            for value in VALUES.get(other, ()):  # what it says under that question may be an answer or none
                if moved[PLACES[f"{other}={value}"]] == 0:
                    moved[PLACES[f"{other}={value}"]] = UNSAID
            yield Example(voice, other, text, moved)


def _replies(chance: random.Random) -> Iterator[Example]:
    every = sorted(questions())
    for reply in composed():
        danger = float(reply.question == "immediate_danger" and reply.meant == ("yes",))
        unclear = reply.question == "immediate_danger" and reply.meant == ("unknown",)
        short = len(reply.text.split()) <= SHORT and reply.meant != (NO_REPLY,)
        wanted = np.full(len(LABELS), 0.0 if short else UNSAID, np.float32)
        wanted[PLACES[CASE]] = UNSAID
        for value in VALUES.get(reply.question, ()):
            said = value in reply.meant or (value == "none_of_these" and reply.meant == (NONE,))
            wanted[PLACES[f"{reply.question}={value}"]] = float(said)
        wanted[PLACES[UNKNOWN]] = float("unknown" in reply.meant)
        wanted[PLACES[DANGER]] = UNSAID if unclear else danger
        if reply.meant == (NO_REPLY,):
            wanted[PLACES[DANGER]] = UNSAID
        yield Example("replies", reply.question, reply.text, wanted)
        if len(reply.text.split()) > 4 and chance.random() < 0.15:
            elsewhere = np.full(len(LABELS), UNSAID, np.float32)
            elsewhere[PLACES[DANGER]] = wanted[PLACES[DANGER]]
            yield Example("replies", chance.choice([*every, ""]), reply.text, elsewhere)


def _lines(chance: random.Random) -> Iterator[Example]:
    by_intent: dict[str, list[str]] = {}
    for line in training_lines():
        by_intent.setdefault(line.intent, []).append(line.text)
    for intent, texts in sorted(by_intent.items()):
        most = OF_DANGER if intent == "danger_now" else A_TOPIC * (5 if intent in TELLS else 1)
        for text in chance.sample(texts, min(most, len(texts))):
            wanted = np.full(len(LABELS), UNSAID, np.float32)
            wanted[PLACES[DANGER]] = float(intent == "danger_now")
            wanted[PLACES[DENIES]] = 0
            if intent in TALK or (intent not in TELLS and is_question(text)):
                wanted[:] = 0
                wanted[PLACES[ASKS]] = float(intent not in TALK)
            elif intent not in TELLS:
                wanted[PLACES[ASKS]] = 1
            asked = chance.choice(["", _any(chance)] if intent == "danger_now" else ["", "", _any(chance)])
            yield Example("nlu", "" if intent in TALK else asked, text, wanted)


def _any(chance: random.Random) -> str:
    return chance.choice(sorted(questions()))


def words_of_questions() -> dict[str, str]:
    """The question's words by fact, as the network reads them."""
    found: dict[str, str] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return found
