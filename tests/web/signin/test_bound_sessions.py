"""A session is over when nobody uses it and opens nothing in another browser; doors take so many knocks only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import update

from bot.referrals.access.lead_session import LeadSession
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.web.signin.conftest import hidden

Answer = Callable[..., str]


def test_a_cookie_carried_to_another_browser_opens_nothing(
    browser: Callable[[], TestClient], ask: Answer, use: Answer, mailbox: Any
) -> None:
    mine, theirs = browser(), browser()
    ask()
    use(mine, mailbox.sent[0][1])
    theirs.cookies.set("lead", mine.cookies["lead"])
    theirs.headers["user-agent"] = "Another browser"
    assert theirs.get("/inbox").status_code == 303
    assert mine.get("/inbox").status_code == 200


def test_a_session_that_nobody_used_for_an_hour_is_over(
    client: TestClient, ask: Answer, use: Answer, mailbox: Any, database: Sessions
) -> None:
    ask()
    use(client, mailbox.sent[0][1])
    _last_seen(database, timedelta(minutes=59))
    assert client.get("/inbox").status_code == 200
    _last_seen(database, timedelta(minutes=60))
    assert client.get("/inbox").status_code == 303


def test_using_a_session_keeps_it(
    client: TestClient, ask: Answer, use: Answer, mailbox: Any, database: Sessions
) -> None:
    ask()
    use(client, mailbox.sent[0][1])
    _last_seen(database, timedelta(minutes=40))
    client.get("/inbox")
    with database() as session:
        assert session.query(LeadSession).one().seen_at > now() - timedelta(minutes=1)


def test_one_address_may_try_thirty_times_in_ten_minutes(client: TestClient) -> None:
    csrf = hidden(client.get("/sign-in").text, "csrf")
    tries = [
        client.post("/sign-in", data={"csrf": csrf, "email": f"{number}@example.org"}).status_code
        for number in range(31)
    ]
    assert tries == [303] * 30 + [429]


def _last_seen(database: Sessions, ago: timedelta) -> None:
    with database.begin() as session:
        session.execute(update(LeadSession).values(seen_at=now() - ago))
