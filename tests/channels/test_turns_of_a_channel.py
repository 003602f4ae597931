"""What a channel that cannot hold its sender up asks of a turn: one transaction, one answer a question, notes."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy.orm import Session

from bot.channels.conversations import Conversations, Turn
from bot.channels.problems import EarlierTurn


@pytest.fixture
def conversations(app: FastAPI) -> Conversations:
    """The service's own."""
    found: Conversations = app.state.conversations
    return found


def nothing(_session: Session, _turn: Turn) -> None:
    """A channel that stores nothing of its own."""


async def test_a_choice_answers_the_turn_it_was_offered_in_and_no_later_one(conversations: Conversations) -> None:
    begun = await conversations.take_turn(None, choice="start_check", area="walsall")
    answered = await conversations.take_turn(begun.token, choice="no", since=begun.number)
    with pytest.raises(EarlierTurn) as late:
        await conversations.take_turn(begun.token, choice="no", since=begun.number)
    assert late.value.turns == answered.number
    said = [line for line in conversations.transcript(begun.token).messages if line.who == "user"]
    assert len(said) == 2


async def test_what_the_channel_could_not_store_undoes_the_turn(conversations: Conversations) -> None:
    begun = await conversations.take_turn(None, choice="start_check", area="walsall")

    def refuse(_session: Session, _turn: Turn) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await conversations.take_turn(begun.token, choice="no", also=refuse)
    question = conversations.transcript(begun.token).pending
    assert question is not None and question.question == "immediate_danger"


async def test_the_writer_is_told_what_the_channel_took_out(conversations: Conversations) -> None:
    turn = await conversations.take_turn(None, text="she lives at [a postcode removed]", removed=["a postcode"])
    assert "a postcode" in turn.replies[0].text


async def test_a_note_is_kept_and_the_question_asked_again(conversations: Conversations) -> None:
    begun = await conversations.take_turn(None, choice="start_check", area="walsall")
    noted = await conversations.note(begun.token, "Deleted a message.", "Seen.", typed=False, also=nothing)
    assert [reply.question for reply in noted.replies] == [None, "immediate_danger"]
    after = await conversations.take_turn(begun.token, choice="no", since=noted.number)
    assert "Deleted a message." in [line.text for line in conversations.transcript(after.token).messages]
