"""Nothing is lost, doubled or out of order, whatever is down; and nothing of an exception is ever said."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from microsoft_agents.hosting.core import OutboundHostValidator
from sqlalchemy import select, text

from bot.channels.problems import Problem
from bot.channels.record import hashed
from bot.channels.teams.hashing import chat_key
from bot.channels.teams.tables import TeamsChat
from bot.dialogue.tables import ConversationRow, MessageRow
from bot.settings.teams_connection import TeamsConnection
from bot.storage.keyring import Keyring, make_key
from tests.talking import OPENING
from tests.teams.issuer import Issuer
from tests.teams.service import POLICE, WALSALL, Connector, Entra, activity, door_of, teams_on

ANYWHERE = OutboundHostValidator(enabled=False)
SECRET = "a sentence about a child"


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with Issuer() as issuer:
        yield issuer


class Service:
    """The door, the work behind it, and the Bot Connector before it."""

    def __init__(self, app: FastAPI, issuer: Issuer, connector: Connector) -> None:
        self.app, self.issuer, self.entra, self.connector = app, issuer, Entra(), connector
        self.teams = teams_on(app, self.entra, hosts=ANYWHERE)
        self.door = door_of(self.teams, issuer, ANYWHERE)

    @asynccontextmanager
    async def running(self, *, working: bool = True) -> AsyncIterator[Service]:
        """While the door is open and, unless it is not `working`, what comes in is dealt with."""
        transport = httpx.ASGITransport(self.door)
        async with (
            self.teams.running(every=0.1) if working else nullcontext(),
            httpx.AsyncClient(transport=transport, base_url="http://guide") as self.client,
        ):
            yield self

    async def say(self, chat: str, connection: TeamsConnection = WALSALL, **changed: Any) -> None:
        """A message in a chat, acknowledged."""
        body = activity(connection, chat=chat, serviceUrl=self.connector.url, **changed)
        token = self.issuer.token(connection.app_id, serviceurl=self.connector.url)
        answer = await self.client.post("/api/messages", json=body, headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == 202, answer.text

    def heard(self, chat: str, connection: TeamsConnection = WALSALL) -> list[str]:
        """What the transcript of the chat has of the user."""
        key = chat_key(self.teams.settings.key, connection.tenant_id, chat, "29:robin")
        with self.app.state.sessions() as session:
            token = session.get_one(TeamsChat, key).token
            if token is None:
                return []
            row = session.scalar(select(ConversationRow).where(ConversationRow.token_hash == hashed(token)))
            said = select(MessageRow).where(MessageRow.conversation_id == row.id, MessageRow.who == "user")
            return [line.text for line in session.scalars(said.order_by(MessageRow.n))]


@pytest.fixture
async def connector() -> AsyncIterator[Connector]:
    async with Connector().running() as connector:
        yield connector


@pytest.fixture
async def service(app: FastAPI, issuer: Issuer, connector: Connector) -> AsyncIterator[Service]:
    async with Service(app, issuer, connector).running() as service:
        yield service


async def test_two_hundred_messages_at_once_are_all_taken_in_order(service: Service) -> None:
    chats = [f"chat-{n}" for n in range(20)]
    begun = datetime.now(UTC)
    sent = [
        service.say(
            chat, text=f"What is a rapid review, part {n}?", timestamp=(begun + timedelta(milliseconds=n)).isoformat()
        )
        for n in range(10)
        for chat in chats
    ]
    await asyncio.gather(*sent)
    await service.connector.wait(200)
    for chat in chats:
        assert service.heard(chat) == [f"What is a rapid review, part {n}?" for n in range(10)]
        assert len([message for message in service.connector.messages if message["chat"] == chat]) >= 10


async def test_a_turn_taken_while_entra_is_down_is_answered_later(service: Service) -> None:
    service.entra.down = True
    await service.say("down", text=OPENING)
    await service.entra.refused.wait()
    while not service.heard("down"):  # the turn is slow: it was a typing activity that got no token
        service.entra.refused.clear()
        await service.entra.refused.wait()
    assert service.heard("down") == [OPENING]
    assert service.connector.taken == []
    service.entra.down = False
    assert "in danger now" in str(await service.connector.wait(2))
    assert "login.microsoftonline.com" not in service.connector.words()


async def test_what_waited_when_the_service_stopped_is_taken_after_its_start(
    app: FastAPI, issuer: Issuer, connector: Connector
) -> None:
    stopped = Service(app, issuer, connector)
    async with stopped.running(working=False):
        await stopped.say("restart", text=OPENING)
    assert connector.taken == []
    async with Service(app, issuer, connector).running() as started:
        await connector.wait(2)
    assert started.heard("restart") == [OPENING]


async def test_each_application_answers_with_its_own_token(service: Service) -> None:
    await service.say("one", WALSALL)
    await service.say("two", POLICE)
    await service.connector.wait(2)
    tokens = {
        message["chat"]: token for message, token in zip(service.connector.taken, service.connector.tokens, strict=True)
    }
    assert tokens == {"one": f"Bearer token of {WALSALL.app_id}", "two": f"Bearer token of {POLICE.app_id}"}


async def test_an_area_is_told_by_the_connection(service: Service) -> None:
    await service.say("area", WALSALL, text="who can refer a case?")
    assert "Walsall" in str(await service.connector.wait(1))


async def test_no_exception_is_ever_said(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(service.app.state.conversations.talk.agent, "handle_message", fails)
    await service.say("broken", text=OPENING)
    said = str(await service.connector.wait(1))
    assert "something went wrong" in said and SECRET not in said


async def test_a_message_that_teams_will_never_take_holds_up_no_other(service: Service) -> None:
    service.connector.refuse = 404
    await service.say("gone", text="hello")
    await service.connector.news.wait()
    service.connector.refuse = None
    await service.say("gone", text="What is a rapid review?")
    assert "Rapid Review" in str(await service.connector.wait(1))


async def test_a_message_that_teams_cannot_take_now_is_sent_again(service: Service) -> None:
    service.connector.refuse = 502
    await service.say("later", text="What is a rapid review?")
    await service.connector.news.wait()
    service.connector.refuse = None
    assert "Rapid Review" in str(await service.connector.wait(1))


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed is tried again at once."""
    monkeypatch.setattr("bot.outbox.queue.FIRST_WAIT", timedelta(milliseconds=10))


async def _fails(*_: Any, **__: Any) -> None:
    raise RuntimeError(SECRET)


async def test_whoever_wrote_what_cannot_be_taken_is_told_and_the_chat_goes_on(
    service: Service, quickly: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(service.app.state.conversations, "take_turn", _fails)
        await service.say("poison", text=OPENING)
        [said] = await service.connector.wait(1)
    assert "could not take your last message" in said["text"] and "call 999" in said["text"]
    incident = said["text"].partition("reference is ")[2][:8]
    assert f"incident {incident}" in caplog.text
    assert SECRET not in caplog.text + service.connector.words()
    await service.say("poison", text="What is a rapid review?")
    assert "Rapid Review" in str((await service.connector.wait(2))[1])


async def test_a_group_hears_that_its_question_could_not_be_answered(
    service: Service, quickly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    group: Any = {"conversation": {"id": "crowd", "conversationType": "groupChat", "tenantId": WALSALL.tenant_id}}
    with monkeypatch.context() as broken:
        broken.setattr(service.app.state.conversations.talk.agent, "parse_message", _fails)
        await service.say("crowd", text="who can refer a case?", **group)
        [said] = await service.connector.wait(1)
    assert "went wrong here" in str(said) and "Everything you told me" not in str(said)
    await service.say("crowd", text="who can refer a case?", **group)
    assert "Where this comes from" in str((await service.connector.wait(2))[1])


async def test_what_no_key_opens_is_given_up_and_told_and_the_chat_goes_on(
    app: FastAPI, issuer: Issuer, connector: Connector
) -> None:
    async with Service(app, issuer, connector).running(working=False) as stopped:
        await stopped.say("sealed", text=OPENING)
    foreign = Keyring([make_key()]).seal("{}")
    with app.state.sessions.begin() as session:
        sealed = text(
            "UPDATE outbox_item SET body = :body WHERE kind = 'arrival' AND done_at IS NULL AND given_up_at IS NULL"
        )
        session.execute(sealed.bindparams(body=foreign))
    async with Service(app, issuer, connector).running() as started:
        assert "could not take your last message" in str(await connector.wait(1))
        await started.say("sealed", text="What is a rapid review?")
        assert "Rapid Review" in str((await connector.wait(2))[1])


async def test_a_database_that_is_busy_costs_no_message(
    service: Service, quickly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[None] = []
    often = asyncio.Event()

    async def busy(*_: Any, **__: Any) -> None:
        tries.append(None)
        if len(tries) == 5:
            often.set()
        raise Problem(503, "Not taken", "I could not store your message. Send it again.", 5)

    with monkeypatch.context() as broken:
        broken.setattr(service.app.state.conversations, "take_turn", busy)
        await service.say("busy", text="What is a rapid review?")
        await often.wait()
    assert "Rapid Review" in str(await service.connector.wait(1))
