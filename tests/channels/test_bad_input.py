"""Every bad message is refused with a clear problem, and nothing of it is stored."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from bot.channels.pace import Pace
from bot.channels.record import hashed
from bot.dialogue.tables import ConversationRow, MessageRow
from bot.storage.base import now
from tests.talking import OPENING, Talker
from tests.web.bad_input import refused_ten_megabytes, ten_megabytes
from tests.web.form.driving import hidden


def stored(app: FastAPI) -> tuple[int, int]:
    """How many conversations and messages there are."""
    with app.state.sessions() as session:
        return (
            session.scalar(select(func.count()).select_from(ConversationRow)) or 0,
            session.scalar(select(func.count()).select_from(MessageRow)) or 0,
        )


def conversation_of(app: FastAPI, token: str | None) -> str:
    """The conversation that this token opens."""
    assert token is not None
    with app.state.sessions() as session:
        found: str = session.scalars(
            select(ConversationRow.id).where(ConversationRow.token_hash == hashed(token))
        ).one()
    return found


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "found neither"),
        ({"text": "hello", "choice": "yes"}, "found something that was not offered"),
        ({"text": "   "}, "found nothing"),
        ({"text": "a" * 20_001}, "found 20,001 characters, expected at most 20,000"),
        ({"text": 7}, "text:"),
        ({"text": "hello", "colour": "blue"}, "a field that is not one of this request"),
        ({"text": "hello", "area": "atlantis"}, "found 'atlantis', expected one of walsall"),
    ],
)
def test_a_malformed_message_is_refused_and_not_stored(
    client: TestClient, app: FastAPI, body: dict[str, Any], says: str
) -> None:
    before = stored(app)
    answer = client.post("/api/chat", json=body)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert says in answer.json()["detail"]
    assert stored(app) == before


def test_json_that_is_none_is_refused(client: TestClient) -> None:
    answer = client.post("/api/chat", content=b"{", headers={"content-type": "application/json"})
    assert answer.status_code == 400


def test_an_unknown_token_is_not_found(client: TestClient) -> None:
    answer = client.post("/api/chat", json={"conversation": "x" * 43, "text": "hello"})
    assert answer.status_code == 404


def test_an_expired_token_is_refused(client: TestClient, app: FastAPI) -> None:
    talk = Talker(client)
    talk.say("hello")
    with app.state.sessions.begin() as session:
        row = session.scalar(select(ConversationRow).where(ConversationRow.token_hash == hashed(talk.token or "")))
        assert row is not None
        row.expires_at = now() - timedelta(seconds=1)
    answer = client.post("/api/chat", json={"conversation": talk.token, "text": "hello"})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "choice", ["bogus", "/draft_referral", "draft_referral", 'answer{"outcome":"died"}', ["yes", "bogus"]]
)
def test_a_choice_that_the_server_did_not_mint_is_refused(client: TestClient, app: FastAPI, choice: Any) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    before = stored(app)
    answer = client.post("/api/chat", json={"conversation": talk.token, "choice": choice})
    assert answer.status_code == 400
    assert "expected one of yes, no, unknown" in answer.json()["detail"]
    assert stored(app) == before


def test_an_intent_cannot_be_typed(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.say('/answer{"immediate_danger":"no"}')
    assert talk.question == "immediate_danger"


def test_a_body_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    answer = client.post("/api/chat", content=b"x" * 300_000, headers={"content-type": "application/json"})
    assert answer.status_code == 413


def test_too_many_messages_in_a_minute_wait(client: TestClient, app: FastAPI) -> None:
    talk = Talker(client)
    talk.say("hello")
    pace = app.state.conversations.pace
    app.state.conversations.pace = Pace("one-turn", 1)
    app.state.conversations.pace.check(conversation_of(app, talk.token))
    try:
        answer = client.post("/api/chat", json={"conversation": talk.token, "text": "hello"})
    finally:
        app.state.conversations.pace = pace
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 61


def test_ten_megabytes_typed_into_the_page_are_refused_beside_the_field(client: TestClient, app: FastAPI) -> None:
    page, before = hidden(client.get("/chat?area=walsall").text), stored(app)
    refused_ten_megabytes(client.post("/chat", **ten_megabytes(page, "text")))
    assert stored(app) == before
