"""A message that comes again with the same key is taken once."""

from __future__ import annotations

import asyncio

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.channels.conversations import Conversations
from tests.talking import OPENING

KEY = {"Idempotency-Key": "5f1c8c1e-0d8c-4f5e-9d7b"}


@pytest.fixture
def conversations(app: FastAPI) -> Conversations:
    found: Conversations = app.state.conversations
    return found


def said(conversations: Conversations, token: str) -> list[str]:
    return [line.text for line in conversations.transcript(token).messages if line.who == "user"]


def test_an_answer_sent_again_is_answered_alike_and_not_taken_twice(
    client: TestClient, conversations: Conversations
) -> None:
    token = client.post("/api/chat", json={"conversation": None, "text": OPENING}).json()["conversation"]
    again = [
        client.post("/api/chat", json={"conversation": token, "choice": "no"}, headers=KEY).json() for _ in range(3)
    ]
    assert again[0] == again[1] == again[2]
    assert len(said(conversations, token)) == 2


def test_a_key_counts_in_its_own_conversation_only(client: TestClient, conversations: Conversations) -> None:
    tokens = [
        client.post("/api/chat", json={"conversation": None, "text": OPENING}, headers=KEY).json()["conversation"]
        for _ in range(2)
    ]
    assert tokens[0] != tokens[1]
    assert [len(said(conversations, token)) for token in tokens] == [1, 1]


def test_a_key_that_is_too_short_or_too_long_is_refused(client: TestClient) -> None:
    for key in ("1", "x" * 65):
        answer = client.post(
            "/api/chat", json={"conversation": None, "text": "hello"}, headers={"Idempotency-Key": key}
        )
        assert answer.status_code == 400
        assert "idempotency-key" in answer.json()["detail"]


async def test_a_first_message_sent_again_begins_no_second_conversation(conversations: Conversations) -> None:
    token = "known to the sender alone"
    turns = await asyncio.gather(
        *(conversations.take_turn(None, text=OPENING, key="first-key", begins_as=token) for _ in range(3))
    )
    assert {turn.token for turn in turns} == {token}
    assert turns[0].replies == turns[1].replies == turns[2].replies
    assert said(conversations, token) == [OPENING]
