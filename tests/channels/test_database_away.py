"""With the database locked, silent, full or gone: an answer within five seconds, 999 in it, and health throughout."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from sqlalchemy import URL, Engine, event, func, select

from bot.channels.conversations import Conversations
from bot.dialogue.tables import MessageRow
from bot.storage.database import SERVING, Limits, open_database, sessions
from tests import databases
from tests.tcp_proxy import TcpProxy, tcp_proxy

DANGER = "he has got a knife and he is in the house with her"
LONG = "She is four. " * 250
"""More than there is room for on any page of a database that is full."""
WITHIN = 5.5
"""Seconds: the limit is five, and the machine that tests is busy."""


def browser(app: FastAPI) -> httpx.AsyncClient:
    """A client in this test's own event loop."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://guide.example")


@dataclass
class Service:
    """The service over a database of the test's own; `url` leads to it directly."""

    app: FastAPI
    engine: Engine
    url: str
    proxy: TcpProxy | None = None
    slowest_health: float = 0.0

    async def say(self, words: str, token: str | None = None) -> httpx.Response:
        """One message, answered in time; health is asked all the while."""
        begun = monotonic()
        async with browser(self.app) as client:
            turn = asyncio.create_task(client.post("/api/chat", json={"conversation": token, "text": words}))
            while not turn.done():
                asked = monotonic()
                assert (await client.get("/health/live")).status_code == 200
                self.slowest_health = max(self.slowest_health, monotonic() - asked)
                await asyncio.wait([turn], timeout=0.05)
            assert monotonic() - begun < WITHIN
            return await turn

    def messages(self) -> int:
        """How many are stored, as somebody else sees them."""
        engine = open_database(self.url)
        with sessions(engine)() as session:
            found = session.scalar(select(func.count()).select_from(MessageRow))
        engine.dispose()
        return found or 0


Trouble = Callable[[Service], AbstractContextManager[None]]


@contextmanager
def over(app: FastAPI, url: str, limits: Limits = SERVING) -> Iterator[Service]:
    """The service's pages and its model, on this database."""
    engine = open_database(url, limits=limits)
    state, before = app.state, (app.state.sessions, app.state.conversations)
    state.sessions = sessions(engine)
    known = state.conversations
    state.conversations = Conversations(known.talk, state.sessions, known.settings, known.areas, known.act_now)
    try:
        yield Service(app, engine, url)
    finally:
        state.conversations.turns.stop()
        state.sessions, state.conversations = before
        engine.dispose()


@pytest.fixture
def sqlite(app: FastAPI, sqlite_template: Path, tmp_path: Path) -> Iterator[Service]:
    with over(app, databases.sqlite_copy(sqlite_template, tmp_path)) as service:
        yield service


@pytest.fixture
def postgresql(app: FastAPI, postgresql_url: URL) -> Iterator[Service]:
    direct = postgresql_url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(direct) as known:
        host, port = known.info.host or "127.0.0.1", known.info.port
    with tcp_proxy(host, port) as proxy:
        reached = postgresql_url.difference_update_query(["host"]).set(host="127.0.0.1", port=proxy.port)
        through = reached.render_as_string(hide_password=False)
        with over(app, through) as service:
            yield replace(service, url=direct, proxy=proxy)
    databases.empty(postgresql_url)


@contextmanager
def locked_by_a_writer(service: Service) -> Iterator[None]:
    """SQLite: somebody else has begun to write."""
    with closing(sqlite3.connect(service.url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def locked_rows(service: Service) -> Iterator[None]:
    """PostgreSQL: a forgotten transaction holds every conversation."""
    with psycopg.connect(service.url) as other:
        other.execute("SELECT * FROM conversations FOR UPDATE")
        yield


@contextmanager
def full(service: Service) -> Iterator[None]:
    """SQLite may not grow, and has no page to spare: the disk is full."""
    with closing(sqlite3.connect(service.url.removeprefix("sqlite:///"))) as other:
        other.execute("VACUUM")

    def no_page_more(connection: Any, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # at least as many as there are

    event.listen(service.engine, "checkout", no_page_more)
    yield


@contextmanager
def silent(service: Service) -> Iterator[None]:
    """Nothing comes back from PostgreSQL, though its connections stand."""
    assert service.proxy is not None
    service.proxy.hold()
    yield
    service.proxy.passing.set()


@contextmanager
def gone(service: Service) -> Iterator[None]:
    """PostgreSQL refuses."""
    assert service.proxy is not None
    service.proxy.go()
    yield


TROUBLES = [
    ("sqlite", locked_by_a_writer),
    ("sqlite", full),
    ("postgresql", locked_rows),
    ("postgresql", silent),
    ("postgresql", gone),
]


@pytest.mark.parametrize(("backend", "trouble"), TROUBLES, ids=[trouble.__name__ for _, trouble in TROUBLES])
async def test_a_message_is_refused_in_time_with_999_and_nothing_of_it_is_stored(
    request: pytest.FixtureRequest, backend: str, trouble: Trouble
) -> None:
    service: Service = request.getfixturevalue(backend)
    token = (await service.say("What is a rapid review?")).json()["conversation"]
    stored = service.messages()
    with trouble(service):
        plain = await service.say(f"What is serious harm? {LONG}", token)
        danger = await service.say(f"{DANGER}. {LONG}", token)
    assert (plain.status_code, danger.status_code) == (503, 503)
    assert plain.json()["detail"].endswith("If a child is in danger now, call 999.")
    assert danger.json()["detail"].startswith("Call 999 if the danger is immediate.")
    assert "I did not store your message" in danger.json()["detail"]
    assert all(int(answer.headers["retry-after"]) > 0 for answer in (plain, danger))
    assert service.messages() == stored
    assert service.slowest_health < 0.5
    if trouble in (locked_by_a_writer, locked_rows, silent):
        assert (await service.say("What is serious harm?", token)).status_code == 200


@pytest.mark.parametrize("trouble", [silent, gone])
async def test_pages_and_readiness_say_in_time_that_the_database_is_away(postgresql: Service, trouble: Trouble) -> None:
    token = (await postgresql.say("What is a rapid review?")).json()["conversation"]
    with trouble(postgresql):
        async with browser(postgresql.app) as client:
            client.cookies.set("conversation", token, path="/chat")
            for path in ("/chat", "/chat/standing", "/health/ready"):
                begun = monotonic()
                answer = await client.get(path)
                assert (path, answer.status_code) == (path, 503)
                assert int(answer.headers["retry-after"]) > 0
                assert monotonic() - begun < WITHIN
            assert answer.json() == {"status": "not ready", "why": "the database does not answer"}


async def test_what_was_typed_into_the_page_comes_back_and_danger_is_answered(postgresql: Service) -> None:
    token = (await postgresql.say("What is a rapid review?")).json()["conversation"]
    async with browser(postgresql.app) as client:
        client.cookies.set("conversation", token, path="/chat")
        with gone(postgresql):
            answer = await client.post("/chat", data={"text": DANGER, "key": "k" * 22, "csrf": "c", "seen": "2"})
    assert answer.status_code == 503
    assert "Call 999 if the danger is immediate" in answer.text
    assert "I did not store your message" in answer.text
    assert f">\n{DANGER}</textarea>" in answer.text or f">{DANGER}</textarea>" in answer.text


async def test_leaving_the_page_quickly_waits_for_nothing(postgresql: Service) -> None:
    token = (await postgresql.say("What is a rapid review?")).json()["conversation"]
    async with browser(postgresql.app) as client:
        client.cookies.set("conversation", token, path="/chat")
        with gone(postgresql):
            answer = await client.post("/chat/leave", data={"csrf": "not ours"})
    assert answer.headers["refresh"].startswith("0; url=https://")


async def test_reading_a_conversation_waits_for_no_turn_in_it(postgresql: Service) -> None:
    token = (await postgresql.say("What is a rapid review?")).json()["conversation"]
    conversations: Conversations = postgresql.app.state.conversations
    with locked_rows(postgresql):
        assert (await asyncio.to_thread(conversations.transcript, token)).messages
        assert (await asyncio.to_thread(conversations.standing, token)).messages
        assert (await asyncio.to_thread(conversations.asked_now, token))[1] == 1
