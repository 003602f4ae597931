"""A check that was stopped is carried on by its code: once, by one owner, within its time."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from bot.channels.record import hashed
from bot.channels.resuming import MARK, MISSES_A_MINUTE
from bot.dialogue.resume_codes import LETTERS, ResumeCode, code_in
from bot.dialogue.tables import ConversationRow, MessageRow
from bot.storage.base import now
from tests.talking import OPENING, Talker

CODE = re.compile(rf"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}")


def stopped(client: TestClient) -> tuple[Talker, str, str | None]:
    """A talk stopped in the middle of the check, its code, and the question that waits."""
    talk = Talker(client)
    talk.say(OPENING)
    talk.choose("no")
    waiting = talk.question
    talk.say("stop for now")
    found = CODE.search(talk.words)
    assert found
    return talk, found[0], waiting


def test_a_code_carries_the_check_on_in_a_new_conversation(client: TestClient) -> None:
    _, code, waiting = stopped(client)
    other = Talker(client)
    other.say(f"resume {code.lower().replace('-', ' ')}")
    assert "The child died" in other.words
    assert other.question == waiting
    other.answer()
    assert other.assessment


def test_a_code_works_once_and_the_owner_before_is_shut_out(client: TestClient) -> None:
    first, code, _ = stopped(client)
    Talker(client).say(f"resume {code}")
    assert client.post("/api/chat", json={"conversation": first.token, "text": "hello"}).status_code == 404
    third = Talker(client)
    third.say(f"resume {code}")
    assert "opens nothing" in third.words


def test_a_code_of_the_same_conversation_carries_it_on(client: TestClient) -> None:
    talk, code, waiting = stopped(client)
    talk.say(f"resume {code}")
    assert talk.question == waiting


def test_a_code_after_the_result_gives_the_result_again(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    talk.say("stop for now")
    found = CODE.search(talk.words)
    assert found
    other = Talker(client)
    other.say(f"resume {found[0]}")
    assert other.assessment


def test_a_past_code_opens_nothing(client: TestClient, app: FastAPI) -> None:
    _, code, _ = stopped(client)
    with app.state.sessions.begin() as session:
        for row in session.scalars(select(ResumeCode)):
            row.expires_at = now() - timedelta(seconds=1)
    other = Talker(client)
    other.say(f"resume {code}")
    assert "opens nothing" in other.words
    assert other.question is None


def test_a_code_does_not_push_another_case_aside(client: TestClient) -> None:
    _, code, _ = stopped(client)
    other = Talker(client)
    other.say("A boy of 9 in Darlington was seriously hurt and we suspect abuse")
    asked = other.question
    other.say(f"resume {code}")
    assert "do not want to lose them" in other.words
    assert other.question == asked


def test_the_code_is_kept_as_a_hash_only_and_shown_to_the_owner_alone(client: TestClient, app: FastAPI) -> None:
    talk, code, _ = stopped(client)
    with app.state.sessions() as session:
        row = session.scalar(select(ConversationRow).where(ConversationRow.token_hash == hashed(talk.token or "")))
        assert row is not None
        assert row.expires_at > now() + timedelta(hours=48)
        texts = list(session.scalars(select(MessageRow.text)))
        assert any(MARK in text for text in texts)
        assert not any(code in text for text in texts)
        kept = session.get(ResumeCode, row.id)
        assert kept is not None
        assert code not in (kept.code_hash, kept.nonce)
    shown = app.state.conversations.transcript(talk.token)
    assert any(code in line.text for line in shown.messages)


def test_one_sender_cannot_guess_codes_at_will_and_the_right_code_passes_all_the_same(
    client: TestClient, app: FastAPI
) -> None:
    _, code, _ = stopped(client)
    guesser, neighbour = (TestClient(app, client=(address, 50000)) for address in ("203.0.113.7", "203.0.113.8"))
    for _ in range(MISSES_A_MINUTE):
        Talker(guesser).say("resume BBBB-2222")
    answer = guesser.post("/api/chat", json={"conversation": None, "text": "resume BBBB-2223"})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    Talker(neighbour).say("resume BBBB-2222")
    right = Talker(guesser)
    right.say(f"resume {code}")
    assert "The child died" in right.words


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("resume BCDF-2346", "BCDF-2346"),
        ("Resume: bcdf 2346.", "BCDF-2346"),
        ("bcdf2346", "BCDF-2346"),
        ("my code is BCDF-2346", "BCDF-2346"),
        ("please resume with code BCDF-2346", "BCDF-2346"),
        ("resume", None),
        ("14 november", None),
        ("he was in foster care", None),
        ("resume ABCD-EFGH", None),  # no vowels are ever in a code
    ],
)
def test_a_code_is_heard_only_where_nothing_else_is_said(typed: str, code: str | None) -> None:
    assert code_in(typed) == code
