"""The journeys of data/stories, typed into the real service: Rasa runs what the story says, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi import FastAPI
from fastapi.testclient import TestClient
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, FollowupAction, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.choices import value_of
from tests.talking import Talker

FOLDER = Path(__file__).parents[2] / "data/stories"
DRAFT = ("action", "action_draft_referral")

Step = tuple[str, str | None]


@dataclass
class Turn:
    """What is typed (or the payload of the button that is pressed), what Rasa does, and what it holds afterwards."""

    words: str
    steps: list[Step] = field(default_factory=list)
    slots: dict[str, str | None] = field(default_factory=dict)


def journeys() -> dict[str, list[Turn]]:
    """Each story that has the words of a person, by file and name. The others are fragments for training alone."""
    found: dict[str, list[Turn]] = {}
    for path in sorted(FOLDER.glob("*.yml")):
        for story in yaml.safe_load(path.read_text(encoding="utf-8"))["stories"]:
            if "user" in story["steps"][0]:
                found[f"{path.stem}: {story['story']}"] = turns_of(story["steps"])
    return found


def turns_of(steps: list[dict[str, Any]]) -> list[Turn]:
    """A story's steps by turn. An intent without words is a message that the service sends itself."""
    turns: list[Turn] = []
    for step in steps:
        if "user" in step:
            turns.append(Turn(step["user"].strip()))
        turns[-1].steps += [(kind, step[kind]) for kind in ("intent", "action", "active_loop") if kind in step]
        for slot in step.get("slot_was_set", ()):
            turns[-1].slots |= slot
    return turns


def ran(trackers: list[DialogueStateTracker], loop: str | None) -> list[Step]:
    """What Rasa did in a turn, as a story tells it. Outside a loop, an action that another one called for itself is
    not predicted, and so stands in no story."""
    steps: list[Step] = []
    called: str | None = None
    for event in (event for tracker in trackers for event in since_the_message(tracker)):
        if isinstance(event, UserUttered):
            steps.append(("intent", event.intent["name"]))
        elif isinstance(event, FollowupAction) and loop is None:
            called = event.action_name
        elif isinstance(event, ActiveLoop) and event.name != loop:
            loop = event.name
            steps.append(("active_loop", loop))
        elif isinstance(event, ActionExecuted) and event.action_name not in ("action_listen", called):
            steps.append(("action", event.action_name))
    return steps


def since_the_message(tracker: DialogueStateTracker) -> list[Event]:
    """The events of this turn: before them, the tracker was put where it stood (`StateStore`)."""
    events = list(tracker.events)
    return events[next(at for at, event in enumerate(events) if isinstance(event, UserUttered)) :]


@pytest.fixture
def saved(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> list[DialogueStateTracker]:
    """The trackers that the service saves, each once."""
    store = app.state.conversations.talk.agent.tracker_store
    save = store.save
    trackers: list[DialogueStateTracker] = []

    async def save_and_show(tracker: DialogueStateTracker) -> None:
        if not any(tracker is known for known in trackers):
            trackers.append(tracker)
        await save(tracker)

    monkeypatch.setattr(store, "save", save_and_show)
    return trackers


@pytest.fixture(scope="module")
def service(app: FastAPI) -> Iterator[TestClient]:
    """One client for all journeys: each is a conversation of its own."""
    with TestClient(app) as client:
        yield client


JOURNEYS = journeys()


def test_there_are_journeys_from_opening_to_draft() -> None:
    assert len(JOURNEYS) >= 20
    assert [name for name, turns in JOURNEYS.items() if DRAFT not in turns[-1].steps] == []


@pytest.mark.parametrize("name", JOURNEYS)
def test_the_service_goes_as_the_story(name: str, service: TestClient, saved: list[DialogueStateTracker]) -> None:
    talk, loop = Talker(service), None
    for number, turn in enumerate(JOURNEYS[name], start=1):
        saved.clear()
        if turn.words.startswith("/"):
            talk.choose(value_of(turn.words))
        else:
            talk.say(turn.words)
        at = f"turn {number}: {turn.words}\n{talk.words}"
        assert ran(saved, loop) == turn.steps, at
        assert {slot: saved[-1].get_slot(slot) for slot in turn.slots} == turn.slots, at
        loop = saved[-1].active_loop_name
    assert any(reply["referral"] for reply in talk.replies), "the last turn made no draft"
