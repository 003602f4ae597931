"""Where others can read along."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.dialogue.tables import MessageRow
from bot.outbox.item import Item
from bot.storage.database import Sessions
from tests.talking import OPENING
from tests.teams.playground.cast import CHANNEL, GROUP
from tests.teams.playground.client import Playground

CHATS = pytest.mark.parametrize("chat", [GROUP, CHANNEL])


@CHATS
def test_the_guidance_is_explained(playground: Playground, chat: str) -> None:
    playground.mention("who can refer a case?", chat)
    answer = playground.message(chat)
    assert "refer" in answer.words and "Where this comes from" in answer.words


@CHATS
def test_a_case_is_not_talked_about_and_not_kept(playground: Playground, kept: Sessions, chat: str) -> None:
    with kept() as session:
        before = session.scalar(select(func.count()).select_from(MessageRow))
    playground.mention(OPENING, chat)
    answer = playground.message(chat)
    assert "others can read it" in answer.words
    with kept() as session:
        assert session.scalar(select(func.count()).select_from(MessageRow)) == before
        assert session.scalar(select(func.count()).where(Item.kind == "arrival", Item.body.is_not(None))) == 0


@CHATS
def test_danger_is_answered_first(playground: Playground, chat: str) -> None:
    playground.mention("there is a child here who is not safe right now", chat)
    assert "call 999" in playground.message(chat).words


def test_a_group_is_told_what_not_to_write(playground: Playground) -> None:
    playground.install(GROUP)
    assert "Do not write about a case here" in playground.message(GROUP).words
