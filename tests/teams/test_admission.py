"""Who is let in: requests that the Bot Framework signed, for one of our applications, from one of its tenants, now."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import delete, func, select

from bot.channels.teams.tables import TeamsChat
from bot.dialogue.tables import MessageRow
from bot.outbox.item import Item
from tests.teams.issuer import Issuer, new_key
from tests.teams.service import POLICE, WALSALL, Entra, activity, door_of, teams_on

APP, OTHER = WALSALL.app_id, POLICE.app_id
Made = Callable[[Issuer], str | None]


def bearer(**changed: Any) -> Made:
    """A token with something changed."""
    return lambda issuer: f"Bearer {issuer.token(APP, **changed)}"


def in_seconds(seconds: float) -> int:
    return int(time.time() + seconds)


BAD_TOKENS: dict[str, Made] = {
    "no header": lambda _: None,
    "another scheme": lambda issuer: f"Basic {issuer.token(APP)}",
    "no token": lambda _: "Bearer ",
    "no token at all but dots": lambda _: "Bearer ..",
    "not a token": lambda _: "Bearer moon.and.stars",
    "signed by another key": bearer(key=new_key()),
    "a key that nobody knows": bearer(kid="two"),
    "no key named": bearer(kid=None),
    "alg none": lambda issuer: f"Bearer {issuer.unsigned(APP)}",
    "HS256 with the public key": lambda issuer: f"Bearer {issuer.signed_with_the_public_key(APP)}",
    "another algorithm of the right key": bearer(alg="RS512"),
    "signature cut off": lambda issuer: f"Bearer {issuer.token(APP).rpartition('.')[0]}.",
    "another issuer": bearer(iss="https://evil.example"),
    "an issuer that the SDK always trusts": bearer(iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
    "no issuer": bearer(iss=None),
    "another audience": bearer(aud="99999999-0000-4000-8000-000000000001"),
    "our audience among others": bearer(aud=[APP, "https://evil.example"]),
    "no audience": bearer(aud=None),
    "expired": bearer(exp=in_seconds(-3600)),
    "no expiry": bearer(exp=None),
    "not yet valid": bearer(nbf=in_seconds(3600)),
    "made in the future": bearer(iat=in_seconds(3600)),
    "another serviceUrl": bearer(serviceurl="https://europe.webchat.botframework.com/"),
    "no serviceUrl": bearer(serviceurl=None),
}
BAD_ACTIVITIES: dict[str, dict[str, Any]] = {
    "an address that is not Microsoft's": {"serviceUrl": "https://evil.example/"},
    "an address that only looks like Microsoft's": {"serviceUrl": "https://smba.trafficmanager.net.evil.example/"},
    "an address without TLS": {"serviceUrl": "http://smba.trafficmanager.net/uk/"},
    "an address on this machine": {"serviceUrl": "https://127.0.0.1/"},
    "an address with a user": {"serviceUrl": "https://smba.trafficmanager.net@evil.example/"},
    "another tenant": {
        "conversation": {"id": "a:1", "tenantId": "99999999-0000-4000-8000-00000000000a"}, "channelData": None,
    },
    "the tenant of another application": {
        "conversation": {"id": "a:1", "tenantId": POLICE.tenant_id}, "channelData": None,
    },
    "two tenants": {"channelData": {"tenant": {"id": POLICE.tenant_id}}},
    "no tenant": {"conversation": {"id": "a:1"}, "channelData": None},
    "another channel": {"channelId": "webchat"},
    "an hour old": {"timestamp": (datetime.now(UTC) - timedelta(hours=1)).isoformat()},
    "an hour ahead": {"timestamp": (datetime.now(UTC) + timedelta(hours=1)).isoformat()},
    "no time": {"timestamp": None},
}  # fmt: skip


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with Issuer() as issuer:
        yield issuer


@pytest.fixture(scope="module")
def door(app: FastAPI, issuer: Issuer) -> Iterator[TestClient]:
    """The door alone; no work is done on what it lets in."""
    teams = teams_on(app, Entra())
    with TestClient(door_of(teams, issuer), raise_server_exceptions=False) as door:
        yield door
    with app.state.sessions.begin() as session:
        session.execute(delete(Item))  # nobody is there to be answered
        session.execute(delete(TeamsChat))


def rows(app: FastAPI) -> tuple[int, int]:
    """What arrived, and what was said."""
    with app.state.sessions() as session:
        return tuple(session.scalar(select(func.count()).select_from(kind)) for kind in (Item, MessageRow))


def knock(door: TestClient, authorization: str | None, body: dict[str, Any]) -> int:
    headers = {} if authorization is None else {"Authorization": authorization}
    return door.post("/api/messages", json=body, headers=headers).status_code


@pytest.mark.parametrize("made", BAD_TOKENS.values(), ids=BAD_TOKENS)
def test_a_bad_token_is_refused_and_reaches_nothing(door: TestClient, app: FastAPI, issuer: Issuer, made: Made) -> None:
    before = rows(app)
    assert knock(door, made(issuer), activity()) in (401, 403)
    assert rows(app) == before


@pytest.mark.parametrize("changed", BAD_ACTIVITIES.values(), ids=BAD_ACTIVITIES)
def test_a_good_token_lets_no_bad_activity_in(
    door: TestClient, app: FastAPI, issuer: Issuer, changed: dict[str, Any]
) -> None:
    before = rows(app)
    body = activity(**changed)
    token = issuer.token(APP, serviceurl=body["serviceUrl"])
    assert knock(door, f"Bearer {token}", body) in (401, 403)
    assert rows(app) == before


@pytest.mark.parametrize("connection", [WALSALL, POLICE], ids=["first", "second"])
def test_each_application_takes_its_own_tenant(door: TestClient, app: FastAPI, issuer: Issuer, connection: Any) -> None:
    before = rows(app)
    assert knock(door, f"Bearer {issuer.token(connection.app_id)}", activity(connection)) == 202
    assert rows(app) == (before[0] + 1, before[1])


def test_what_is_sent_again_is_acknowledged_and_kept_once(door: TestClient, app: FastAPI, issuer: Issuer) -> None:
    before, body = rows(app), activity()
    assert [knock(door, f"Bearer {issuer.token(APP)}", body) for _ in range(3)] == [202, 202, 202]
    assert rows(app) == (before[0] + 1, before[1])


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"type": 7}', b"\xff"], ids=repr)
def test_what_is_no_activity_is_malformed(door: TestClient, issuer: Issuer, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {issuer.token(APP)}", "Content-Type": "application/json"}
    assert door.post("/api/messages", content=body, headers=headers).status_code == 400


def test_the_keys_are_fetched_once_however_many_knock(app: FastAPI) -> None:
    with Issuer() as issuer, TestClient(door_of(teams_on(app, Entra()), issuer)) as door:
        for kid in ("one", "two", "three", "one"):
            knock(door, f"Bearer {issuer.token(APP, kid=kid)}", activity(type="typing"))
        assert issuer.fetched == 1


def test_when_the_keys_cannot_be_had_teams_is_asked_to_send_again(app: FastAPI) -> None:
    with Issuer() as issuer:
        token = issuer.token(APP)
    with TestClient(door_of(teams_on(app, Entra()), issuer)) as door:
        answer = door.post("/api/messages", json=activity(), headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 503 and answer.headers["Retry-After"]


def test_teams_is_off_unless_it_is_configured(client: TestClient) -> None:
    assert client.post("/api/messages", json=activity()).status_code == 404
