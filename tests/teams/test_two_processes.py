"""Two whole services on one database, both with Teams: each message is taken once and answered once, in order."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.channels.teams.tables import TeamsChat
from bot.dialogue.tables import MessageRow
from bot.storage.database import open_database, sessions
from bot.storage.keyring import Keyring, make_key
from tests.conftest import ROOT
from tests.kill.killed import Service, nursery
from tests.teams.service import Connector, activity

CHATS, EACH = 4, 5


@pytest.mark.whole
@pytest.mark.timeout(600)
async def test_two_services_take_and_answer_each_message_once(database_url: str, tmp_path: Path) -> None:
    from bot.rasa.train import train_if_changed

    key = make_key()
    environment = {
        "CSPR_DATABASE_URL": database_url,
        "CSPR_DATA_DIR": str(tmp_path),
        "CSPR_ENCRYPTION_KEYS": key,
        "CSPR_SECRET_KEY": "s" * 40,
        "CSPR_TODAY": "2026-11-23",
        "CSPR_TURNS_A_MINUTE": "100000",
        "CSPR_TEST_MODE": "true",
        "CSPR_TEAMS_PLAYGROUND": "true",
    }
    with nursery(environment, train_if_changed(ROOT, ROOT / "models")) as first:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            second = Service(first._nursery, free.getsockname()[1])
        await asyncio.to_thread(second.start)
        try:
            async with Connector().running() as connector:
                answers = await talk_to_both(connector, first, second)
        finally:
            os.kill(second.pid, signal.SIGKILL)
    for chat, said in answers.items():
        assert len(said) == EACH, (chat, said)
    engine = open_database(database_url, Keyring([key]))
    with sessions(engine)() as session:
        assert session.query(TeamsChat).count() == CHATS
        heard = Counter(row.text for row in session.query(MessageRow).filter_by(who="user"))
    engine.dispose()
    assert set(heard.values()) == {CHATS} and len(heard) == EACH


async def talk_to_both(connector: Connector, *services: Service) -> dict[str, list[str]]:
    """Send each chat's messages to the services by turns, all at once; what each chat was answered."""
    begun = datetime.now(UTC)
    async with httpx.AsyncClient(timeout=60) as client:

        async def say(chat: int, n: int) -> None:
            at = (begun + timedelta(milliseconds=n)).isoformat()
            text = f"What is a rapid review, part {n}?"
            body = activity(chat=f"chat-{chat}", serviceUrl=connector.url, timestamp=at, text=text)
            answer = await client.post(f"{services[(chat + n) % len(services)].address}/api/messages", json=body)
            assert answer.status_code == 202, answer.text

        await asyncio.gather(*(say(chat, n) for n in range(EACH) for chat in range(CHATS)))
        await connector.wait(CHATS * EACH)
        await asyncio.sleep(3)  # longer than a look for what waits: a second answer would have come
    answers: dict[str, list[str]] = {}
    for message in connector.messages:
        answers.setdefault(message["chat"], []).append(str(message))
    return answers
