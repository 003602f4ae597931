"""How many conversations one address may begin, and who is served all the same."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.requests import Request

from bot.channels.pace import Pace, address_of
from bot.settings import Settings

DANGER = "he has got a knife and he is in the house with her"


def at(app: FastAPI, address: str) -> TestClient:
    """Somebody at this address."""
    return TestClient(app, client=(address, 50000))


def begin(client: TestClient, words: str = "hello", token: str | None = None) -> int:
    return client.post("/api/chat", json={"conversation": token, "text": words}).status_code


@pytest.fixture
def three_a_minute(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.state.conversations, "beginnings", Pace("beginning", 3))


def test_an_office_of_sixty_behind_one_address_is_served(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Settings(secret_key="s").beginnings_a_minute
    monkeypatch.setattr(app.state.conversations, "beginnings", Pace("beginning", limit))
    office = at(app, "203.0.113.20")
    assert {begin(office) for _ in range(60)} == {200}


@pytest.mark.usefixtures("three_a_minute")
def test_one_address_begins_so_many_and_no_more_and_goes_on_in_those(app: FastAPI) -> None:
    one, other = at(app, "203.0.113.21"), at(app, "203.0.113.22")
    token = one.post("/api/chat", json={"text": "hello"}).json()["conversation"]
    assert [begin(one) for _ in range(3)] == [200, 200, 429]
    assert begin(one, "What is a rapid review?", token) == 200
    assert begin(other) == 200


@pytest.mark.usefixtures("three_a_minute")
def test_a_refusal_says_999_and_one_of_danger_what_to_do_now(app: FastAPI) -> None:
    one = at(app, "203.0.113.23")
    while begin(one) == 200:
        pass
    plain, danger = (one.post("/api/chat", json={"text": words}) for words in ("hello", DANGER))
    assert (plain.status_code, danger.status_code) == (429, 429)
    assert int(plain.headers["retry-after"]) > 0
    assert plain.json()["detail"].endswith("If a child is in danger now, call 999.")
    assert danger.json()["detail"].startswith("Call 999 if the danger is immediate.")
    assert "I did not store your message" in danger.json()["detail"]


@pytest.mark.usefixtures("three_a_minute")
def test_the_page_counts_too_and_keeps_what_was_typed(app: FastAPI) -> None:
    one = at(app, "203.0.113.24")
    while begin(one) == 200:
        pass
    page = one.get("/chat").text
    fields = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("csrf", "key", "seen")}
    answer = one.post("/chat", data={**fields, "text": "A child of four has died"})
    assert answer.status_code == 429
    assert "A child of four has died" in answer.text


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("203.0.113.1", "203.0.113.1"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:203.0.113.1", "203.0.113.1"),
        ("a socket", "a socket"),
    ],
)
def test_a_sender_is_an_address_or_a_network_of_one_machine(address: str, counted_as: str) -> None:
    request = Request({"type": "http", "client": (address, 1), "headers": []})
    assert address_of(request) == counted_as
