"""A conversation that was left is over, unless a code was asked for to carry on with it."""

from __future__ import annotations

import asyncio
import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.channels.conversations import Conversations
from bot.channels.problems import ExpiredConversation, UnknownConversation
from bot.dialogue.turn_context import TurnContext
from bot.rasa.talk import Utterance
from tests.talking import OPENING, Talker


@pytest.fixture
def conversations(app: FastAPI) -> Conversations:
    found: Conversations = app.state.conversations
    return found


def test_nobody_can_open_or_write_in_it_again(client: TestClient, conversations: Conversations) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    assert talk.token
    conversations.end(talk.token)
    with pytest.raises(ExpiredConversation):
        conversations.transcript(talk.token)
    answer = client.post("/api/chat", json={"conversation": talk.token, "text": "hello"})
    assert answer.status_code == 401


def test_a_code_that_was_asked_for_still_opens_it_and_the_token_does_not(
    client: TestClient, conversations: Conversations
) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.choose("pause")
    found = re.search(r"type: resume ([\w-]+)", talk.words)
    assert found and talk.token
    conversations.end(talk.token)
    with pytest.raises(UnknownConversation):
        conversations.transcript(talk.token)
    other = Talker(client)
    other.say(f"resume {found.group(1)}")
    assert other.token
    assert OPENING in [line.text for line in conversations.transcript(other.token).messages]


def test_keeping_it_open_never_shortens_it(client: TestClient, conversations: Conversations) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.choose("pause")
    assert talk.token
    until = conversations.standing(talk.token).expires_at
    conversations.keep_open(talk.token)
    assert conversations.standing(talk.token).expires_at >= until


class LeftMeanwhile:
    """The real dialogue; while it answers, somebody presses "Leave this page quickly"."""

    def __init__(self, conversations: Conversations, token: str) -> None:
        self.conversations, self.token = conversations, token
        self.talk, self.agent = conversations.talk, conversations.talk.agent

    async def say(self, turn: TurnContext, message: str, *, minted: bool) -> list[Utterance]:
        await asyncio.to_thread(self.conversations.end, self.token)
        return await self.talk.say(turn, message, minted=minted)


async def test_ending_wins_over_a_turn_under_way(conversations: Conversations, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = await conversations.take_turn(None, text=OPENING)
    monkeypatch.setattr(conversations, "talk", LeftMeanwhile(conversations, begun.token))
    with pytest.raises(ExpiredConversation):
        await conversations.take_turn(begun.token, choice="no")
    with pytest.raises(ExpiredConversation):
        await asyncio.to_thread(conversations.transcript, begun.token)
