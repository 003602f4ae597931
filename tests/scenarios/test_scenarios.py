"""Every scenario comes out as its file says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.channels.record import find
from bot.dialogue.option_labels import labels_by_fact
from bot.dialogue.tables import DialogueState
from bot.referrals.find import find_draft
from tests.scenarios.scenario import FOLDER, KINDS, Expected, files, read
from tests.talking import Talker, outcomes


@pytest.fixture(scope="module")
def service(app: FastAPI) -> Iterator[TestClient]:
    """One client for all scenarios: each is a conversation of its own."""
    with TestClient(app) as client:
        yield client


def test_there_are_scenarios_of_every_kind() -> None:
    assert {path.parent.name for path in files()} == set(KINDS)
    assert len(files()) >= 80


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_conversation_goes_as_told(path: Path, service: TestClient, app: FastAPI) -> None:
    scenario = read(path)
    talk = Talker(service)
    for number, turn in enumerate(scenario.turns, start=1):
        move(talk, turn, scenario.area if number == 1 else None)
        at = f"{path.relative_to(FOLDER)} turn {number} ({turn.say or turn.choose or 'answers'}): {talk.words}"
        check(talk, turn, at)
        if turn.told:
            known = told(app, talk)
            assert {fact: known.get(fact) for fact in turn.told} == {f: encoded(v) for f, v in turn.told.items()}, at
        if turn.record:
            kept = drafted(app, talk)
            assert {fact: kept.get(fact) for fact in turn.record} == turn.record, at


def move(talk: Talker, turn: Expected, area: str | None) -> None:
    """Make the turn's move."""
    first = {"area": area} if area else {}
    if turn.say is not None:
        talk.send(text=turn.say, **first)
    elif turn.choose is not None:
        talk.send(choice=turn.choose, **({"text": turn.note} if turn.note else {}), **first)
    else:
        talk.answer(**(turn.answer or {}))


def check(talk: Talker, turn: Expected, at: str) -> None:
    """What was said is what the file expects."""
    assert "something went wrong" not in talk.words, at
    if turn.topic:
        assert turn.topic in talk.topics, f"{at}\ntopics {talk.topics}"
    if turn.asks:
        assert talk.question == turn.question, f"{at}\nasks {talk.question}"
    offered = {o["value"] for reply in talk.replies for o in (*reply["options"], *reply["also"])}
    assert set(turn.options) <= offered, f"{at}\noffers {sorted(offered)}"
    assert [word for word in turn.words if word.lower() not in talk.words.lower()] == [], at
    assert [word for word in turn.without if word.lower() in talk.words.lower()] == [], at
    if turn.outcomes:
        found = outcomes(talk.assessment)
        assert {name: found.get(name, "absent") for name in turn.outcomes} == turn.outcomes, at


def told(app: FastAPI, talk: Talker) -> dict[str, Any]:
    """The answers as they are kept."""
    with app.state.sessions() as session:
        row = find(session, talk.token or "")
        assert row is not None
        state = session.get(DialogueState, f"{row.id}.{row.case_number}")
        slots = state.state["slots"] if state else {}
        return {fact: slots[fact] for fact in labels_by_fact() if fact in slots}


def drafted(app: FastAPI, talk: Talker) -> dict[str, Any]:
    """The facts of the draft that this turn made; "unknown" for those that are not known."""
    referral = next(reply["referral"] for reply in talk.replies if reply["referral"])
    with app.state.sessions() as session:
        draft = find_draft(session, referral["reference"])
        assert draft is not None
        return {**draft.facts["told"], **dict.fromkeys(draft.facts["unknown"], "unknown")}


def encoded(value: str | list[str]) -> str:
    """As kept: a list as its values with commas."""
    return value if isinstance(value, str) else ",".join(value)
