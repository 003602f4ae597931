"""When something fails inside: an apology with a reference, and no answer lost."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from bot.dialogue.turn_context import TurnContext
from bot.rasa.talk import Talk, Utterance
from tests.talking import OPENING, Talker, outcomes


def actions_of(app: FastAPI) -> dict[str, Any]:
    """The actions as the running service calls them."""
    actions: dict[str, Any] = app.state.conversations.talk.agent.action_endpoint.executor.actions
    return actions


async def fails(*_: Any) -> list[Any]:
    raise RuntimeError("secret words about a child")


def test_an_action_that_raises_apologises_and_keeps_every_answer(
    client: TestClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.choose("no")
    asked = talk.question
    with monkeypatch.context() as patch, caplog.at_level(logging.DEBUG):
        patch.setitem(actions_of(app), "action_ask_place", fails)
        patch.setitem(actions_of(app), "action_ask_looked_after", fails)
        talk.choose("no")
    apology = talk.replies[0]["text"]
    assert "something went wrong" in apology
    assert talk.question == asked
    incident = apology.partition("reference is ")[2][:8]
    assert incident in caplog.text
    assert "secret words" not in caplog.text
    talk.answer()
    assert outcomes(talk.assessment)["refer"] == "applies"


def test_two_choices_of_one_value_are_never_offered(
    client: TestClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def offers_two(dispatcher: Any, *_: Any) -> list[Any]:
        same = [{"title": "Yes", "payload": f'/answer{{"{fact}":"yes"}}'} for fact in ("care_leaver", "looked_after")]
        dispatcher.utter_message(text="Which?", buttons=same)
        return []

    talk = Talker(client)
    talk.say(OPENING)
    asked = talk.question
    with monkeypatch.context() as patch:
        patch.setitem(actions_of(app), "action_explain_why", offers_two)
        talk.choose("explain_why")
    assert "something went wrong" in talk.words and "Which?" not in talk.words
    assert talk.question == asked


def test_a_failed_draft_leaves_no_half_of_it(client: TestClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    real = actions_of(app)["action_draft_referral"]

    async def fails_after_drafting(*arguments: Any) -> list[Any]:
        await real(*arguments)
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setitem(actions_of(app), "action_draft_referral", fails_after_drafting)
        talk.choose("draft_referral")
    assert "something went wrong" in talk.words
    talk.say("what happened to my referral?")
    assert "no draft" in talk.words


def test_a_database_that_is_down_means_the_message_was_not_taken(
    client: TestClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = Talker(client)
    talk.say(OPENING)

    def down(*_: Any, **__: Any) -> None:
        raise OperationalError("select", {}, Exception("disk gone"))

    with monkeypatch.context() as patch:
        patch.setattr("bot.channels.record.keep", down)
        answer = client.post("/api/chat", json={"conversation": talk.token, "choice": "no"})
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    talk.choose("no")
    assert talk.question != "immediate_danger"


class FailsAfterwards:
    """The real dialogue, in whose turns something fails once everything was said."""

    def __init__(self, talk: Talk) -> None:
        self.talk, self.agent = talk, talk.agent

    async def say(self, turn: TurnContext, message: str, *, minted: bool) -> list[Utterance]:
        said = await self.talk.say(turn, message, minted=minted)
        turn.failures.append("deadbeef")
        return said


def test_an_apology_is_not_kept_as_the_answer_to_its_key(
    client: TestClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    conversations = app.state.conversations
    message, key = {"conversation": talk.token, "choice": "no"}, {"Idempotency-Key": "5f1c8c1e-0d8c-4f5e-9d7b"}
    with monkeypatch.context() as patch:
        patch.setattr(conversations, "talk", FailsAfterwards(conversations.talk))
        apology = client.post("/api/chat", json=message, headers=key).json()
    assert "something went wrong" in apology["replies"][0]["text"]
    again = client.post("/api/chat", json=message, headers=key).json()
    assert "something went wrong" not in again["replies"][0]["text"]
    assert again == client.post("/api/chat", json=message, headers=key).json()


def test_a_new_case_that_could_not_be_opened_leaves_the_one_before(
    client: TestClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.choose("no")
    asked = talk.question
    conversations = app.state.conversations
    with monkeypatch.context() as patch:
        patch.setattr(conversations, "talk", FailsAfterwards(conversations.talk))
        talk.say("start again with a new case")
    assert "Everything you told me before is kept" in talk.words
    assert talk.question == asked
    talk.say("what have I told you so far?")
    assert "The child died" in talk.words
