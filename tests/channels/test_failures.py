"""When something fails inside: an apology with a reference, and no answer lost."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

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
