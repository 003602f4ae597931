"""A seeded walker does everything a person can, in any order: there is always an answer, and never a dead end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from bot.dialogue.tables import DialogueState, MessageRow
from bot.guidance.load import Packs
from tests.channels.walk.walker import Walker

SHORT, WALKS, TURNS = 4, 30, 42
"""Walks in `make test`, in the whole run, and turns of each."""
DISCOURAGES = re.compile(
    r"\b(?:do not|don't|need not|needn't|no need to|should not|don't need to|not necessary to) refer\b", re.IGNORECASE
)
IDENTIFIERS = ("943 476 5919", "07700 900123", "jo.bloggs@example.org", "WS1 1TP")
"""As in said.yaml."""


@pytest.fixture(scope="module")
def service(app: FastAPI) -> Iterator[TestClient]:
    """One client for all walks."""
    with TestClient(app) as client:
        yield client


@pytest.mark.parametrize(
    "seed", [*range(4), *(pytest.param(each, marks=pytest.mark.whole) for each in range(4, WALKS))]
)
def test_a_walk_meets_no_failure_and_no_dead_end(seed: int, service: TestClient, packs: Packs) -> None:
    walker = Walker(service, seed)
    advice = {*packs.for_area(None).answers, "danger_now"}
    for _ in range(TURNS):
        fault = fault_of(walker.step(), advice)
        assert fault is None, walker.told(str(fault))


def test_nothing_that_identifies_anybody_is_kept(app: FastAPI, service: TestClient) -> None:
    with app.state.sessions() as session:
        lines = [f"{line.text} {json.dumps(line.reply)}" for line in session.scalars(select(MessageRow))]
        states = [json.dumps(row.state) for row in session.scalars(select(DialogueState))]
    assert lines
    kept = "\n".join([*lines, *states])
    assert [identifier for identifier in IDENTIFIERS if identifier in kept] == []


def fault_of(replies: list[dict[str, Any]], advice: set[str]) -> str | None:
    """What is wrong with a turn, if anything."""
    texts = [reply["text"].strip() for reply in replies]
    words = "\n".join(texts)
    faults = {
        "nothing said": not texts or not all(texts),
        "the same said twice": len(set(texts)) < len(texts),
        "two questions": sum(reply["question"] is not None for reply in replies) > 1,
        "a question that is not last": any(reply["question"] for reply in replies[:-1]),
        "an exception": "something went wrong" in words,
        "referring discouraged": bool(DISCOURAGES.search(words)),
        "advice without a source": any(
            not reply["sources"] for reply in replies if reply["assessment"] or reply["topic"] in advice
        ),
        "an identifier repeated": any(identifier in words for identifier in IDENTIFIERS),
        "no way out": not way_out(replies),
    }
    return next((name for name, found in faults.items() if found), None)


def way_out(replies: list[dict[str, Any]]) -> bool:
    """Whether a question can be left, or else something is offered."""
    last = replies[-1]
    if last["question"]:
        return {"pause", "explain_why"} <= {option["value"] for option in last["also"]}
    return any(reply["options"] or reply["also"] for reply in replies)
