"""A seeded walker says and chooses anything in any order: there is always an answer, and never a dead end."""

from __future__ import annotations

import random
import re

from fastapi.testclient import TestClient

from tests.talking import Talker

SAID = (
    "no",
    "yes",
    "not sure",
    "what is a rapid review",
    "why",
    "actually she was 17",
    "start again",
    "thanks",
    "😀",
    "help",
    "he's back in the house tonight",
    "20 November 2026",
    "last tuesday",
    "Walsall",
    "stop for now",
    "make the draft",
    "a three year old died in Leeds, neglect suspected",
    "sorry it was abroad",
    "change an answer",
    "31 June",
    "12 years",
    "what if he had been looked after?",
    "foster care",
    "tomorrow",
    "can I talk to someone",
    "none of these",
    "nursery",
)
CONVERSATIONS, TURNS = 20, 40


def test_no_walk_meets_a_failure_an_empty_answer_or_the_same_words_twice(client: TestClient) -> None:
    chance = random.Random(7)
    for _ in range(CONVERSATIONS):
        talk = Talker(client)
        talk.say(chance.choice(SAID))
        for _ in range(TURNS):
            choices = [o["value"] for reply in talk.replies for o in (*reply["options"], *reply["also"])]
            if choices and chance.random() < 0.6:
                talk.choose(chance.choice(choices))
            else:
                talk.say(chance.choice(SAID))
            texts = [reply["text"] for reply in talk.replies]
            assert texts
            assert all(texts)
            assert len(set(texts)) == len(texts)
            assert "something went wrong" not in talk.words
            assert not re.search(r"do not refer|need not refer|no need to refer", talk.words, re.IGNORECASE)
            assert all(reply["sources"] for reply in talk.replies if reply["assessment"])
