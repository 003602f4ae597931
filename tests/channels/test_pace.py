"""A sender may knock so often and no more, counted in one process or by several together."""

from __future__ import annotations

import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.channels.pace import Pace
from bot.channels.problems import Problem


@pytest.fixture
def door() -> str:
    return f"door-{secrets.token_hex(4)}"


def test_the_knock_after_the_last_is_told_how_long_to_wait(door: str) -> None:
    pace = Pace(door, 2)
    pace.check("a")
    pace.check("a")
    with pytest.raises(Problem) as refused:
        pace.check("a")
    assert refused.value.status == 429
    assert refused.value.retry_after is not None
    assert 0 < refused.value.retry_after <= 60
    pace.check("b")


def test_two_processes_count_together_in_redis(door: str, redis_url: str) -> None:
    here, there = (Pace(door, 2, redis_url=redis_url) for _ in range(2))
    here.check("a")
    there.check("a")
    with pytest.raises(Problem):
        here.check("a")


class Server:
    """A TCP server in place of Redis that is dead, mute, or slow: it answers each command after a while."""

    def __init__(self, after: float | None) -> None:
        self.after, self.asked = after, 0
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"redis://127.0.0.1:{self.listening.getsockname()[1]}/0"
        self.stopping = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listening.accept()
                threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def _answer(self, client: socket.socket) -> None:
        with suppress(OSError):
            while client.recv(65536):
                self.asked += 1
                if self.after is not None:
                    self.stopping.wait(self.after)
                    client.sendall(b":1\r\n")


@pytest.fixture
def mute() -> Iterator[Server]:
    yield from running(Server(None))


@pytest.fixture
def slow() -> Iterator[Server]:
    yield from running(Server(0.25))


@pytest.fixture
def dead() -> Server:
    server = Server(None)
    server.listening.close()
    return server


def running(server: Server) -> Iterator[Server]:
    yield server
    server.stopping.set()
    server.listening.close()


@pytest.mark.parametrize("trouble", ["dead", "mute", "slow"])
def test_a_redis_in_trouble_is_waited_for_once_said_once_and_the_process_counts_alone(
    trouble: str, door: str, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    pace = Pace(door, 3, redis_url=request.getfixturevalue(trouble).url)
    begun = time.monotonic()
    refusals = 0
    for _ in range(6):
        try:
            pace.check("a")
        except Problem:
            refusals += 1
    assert time.monotonic() - begun < 1.5
    assert refusals >= 2  # a slow Redis has counted one, and this process three
    assert caplog.text.count("Redis does not answer") == 1


def test_a_redis_that_was_left_alone_is_tried_again_after_a_while(
    mute: Server, door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pace = Pace(door, 3, redis_url=mute.url)
    pace.check("a")
    asked = mute.asked
    pace.check("a")
    assert mute.asked == asked
    monkeypatch.setattr("bot.channels.pace.TRIED_AGAIN", 0.0)
    pace._tried_again_at = 0.0
    pace.check("b")
    assert mute.asked > asked


@pytest.mark.parametrize("trouble", ["dead", "mute", "slow"])
def test_danger_is_answered_whatever_became_of_redis(
    trouble: str, app: FastAPI, client: TestClient, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = request.getfixturevalue(trouble).url
    for name in ("pace", "beginnings"):
        monkeypatch.setattr(app.state.conversations, name, Pace(f"{name}-{trouble}", 10, redis_url=url))
    answer = client.post("/api/chat", json={"text": "a child is in danger now"})
    assert answer.status_code == 200
    assert answer.json()["replies"][0]["topic"] == "danger_now"
