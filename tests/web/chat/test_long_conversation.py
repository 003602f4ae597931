"""The page of a long conversation opens as fast as a short one's: its last messages, the rest a link away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import event, select

from bot.channels.model import Reply
from bot.channels.record import hashed, keep
from bot.dialogue.tables import ConversationRow, MessageRow
from bot.web.chat_visit import SHOWN
from tests.talking import OPENING, Talker

TURNS = 2000
ANSWER = "An answer of a usual length, in which something is explained. " * 8


@pytest.fixture
def long_talk(client: TestClient, app: FastAPI) -> Talker:
    """A conversation in which the check waits for an answer after two thousand other turns."""
    talk = Talker(client)
    talk.say(OPENING)
    with app.state.sessions.begin() as session:
        row = session.scalars(
            select(ConversationRow).where(ConversationRow.token_hash == hashed(str(talk.token)))
        ).one()
        for number in range(TURNS):
            keep(session, row, f"Question {number}.", typed=True, replies=[Reply(text=ANSWER)])
    talk.say("What is a rapid review?")
    return talk


@pytest.fixture
def read(app: FastAPI) -> Iterator[list[int]]:
    """The numbers of the messages that are read and opened."""
    numbers: list[int] = []

    def note(message: MessageRow, _context: object) -> None:
        numbers.append(message.n)

    event.listen(MessageRow, "load", note)
    yield numbers
    event.remove(MessageRow, "load", note)


def test_the_page_shows_the_last_messages_and_leads_to_all(long_talk: Talker, read: list[int]) -> None:
    long_talk.client.cookies.set("conversation", str(long_talk.token), path="/chat")
    page = long_talk.client.get("/chat").text
    assert len(page.encode()) < 200_000
    assert "What is a rapid review?" in page and "Question 1999." in page
    assert "Question 1." not in page
    assert 'href="/chat/transcript"' in page
    assert len(read) == SHOWN
    whole = long_talk.client.get("/chat/transcript").text
    assert "Question 1." in whole and OPENING in whole


def test_a_turn_reads_none_of_what_was_said_before(long_talk: Talker, read: list[int]) -> None:
    long_talk.say("What is serious harm?")
    assert read == []
