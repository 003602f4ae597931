"""A lead signs in by a link that works once, and nobody learns who is a lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import update

from bot.outbox.letter import Letter
from bot.referrals.access.request_link import SignInLink
from bot.referrals.lead import Lead
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.web.bad_input import refused_ten_megabytes, ten_megabytes
from tests.web.form.driving import hidden

Answer = Callable[..., str]


def test_a_link_signs_a_lead_in(client: TestClient, ask: Answer, use: Answer, mailbox: Any) -> None:
    assert ask() == "303 /sign-in/check-your-email"
    [(to, url)] = mailbox.sent
    assert to == "sam.lee@example.org"
    assert url.startswith("http://guide.test/sign-in/link/")
    assert use(client, url) == "303 /inbox"
    assert client.get("/inbox").json()["lead"] == "Sam Lee"


def test_a_link_may_be_used_in_another_browser(
    browser: Callable[[], TestClient], ask: Answer, use: Answer, mailbox: Any
) -> None:
    ask()
    assert use(browser(), mailbox.sent[0][1]) == "303 /inbox"


def test_opening_a_link_does_not_use_it(client: TestClient, ask: Answer, use: Answer, mailbox: Any) -> None:
    ask()
    url = mailbox.sent[0][1]
    for _ in range(3):
        assert client.get(url).status_code == 200
        assert client.head(url).status_code in (200, 405)
    assert client.get("/inbox").status_code == 303
    assert use(client, url) == "303 /inbox"


def test_a_used_link_is_refused(browser: Callable[[], TestClient], ask: Answer, use: Answer, mailbox: Any) -> None:
    ask()
    assert use(browser(), mailbox.sent[0][1]) == "303 /inbox"
    second = browser()
    assert use(second, mailbox.sent[0][1]) == "403"
    assert second.get("/inbox").status_code == 303


def test_an_old_link_is_refused(client: TestClient, ask: Answer, use: Answer, mailbox: Any, database: Sessions) -> None:
    ask()
    with database.begin() as session:
        session.execute(update(SignInLink).values(expires_at=now() - timedelta(seconds=1)))
    assert use(client, mailbox.sent[0][1]) == "403"


def test_a_superseded_link_is_refused(client: TestClient, ask: Answer, use: Answer, mailbox: Any) -> None:
    ask()
    ask()
    (_, older), (_, newer) = mailbox.sent
    assert use(client, older) == "403"
    assert use(client, newer) == "303 /inbox"


def test_a_made_up_link_is_refused(client: TestClient, use: Answer) -> None:
    assert use(client, "/sign-in/link/guess") == "403"


def test_the_answer_is_the_same_for_a_lead_a_former_lead_and_a_stranger(
    ask: Answer, mailbox: Any, database: Sessions
) -> None:
    known = ask("sam.lee@example.org")
    assert ask("stranger@example.org") == known
    with database.begin() as session:
        session.execute(update(Lead).values(active=False))
    assert ask("sam.lee@example.org") == known
    assert len(mailbox.sent) == 1


def test_a_sixth_request_in_an_hour_gets_the_same_answer_and_no_mail(ask: Answer, mailbox: Any) -> None:
    assert {ask() for _ in range(6)} == {"303 /sign-in/check-your-email"}
    assert len(mailbox.sent) == 5


def test_the_address_is_not_in_any_place_that_the_answer_names(ask: Answer, mailbox: Any) -> None:
    assert "sam" not in ask()
    assert "sam" not in mailbox.sent[0][1]


@pytest.mark.parametrize("email", ["", "sam", "sam@", "two words@example.org", "a@b@c", "x" * 250 + "@example.org"])
def test_a_malformed_address_is_named_beside_its_field_and_kept(
    client: TestClient, ask: Answer, mailbox: Any, email: str
) -> None:
    assert ask(email) == "400"
    assert mailbox.sent == []


def test_what_was_typed_is_kept_and_the_error_is_tied_to_the_field(client: TestClient) -> None:
    page = client.get("/sign-in").text
    csrf = page.split('name="csrf" value="')[1].split('"')[0]
    wrong = client.post("/sign-in", data={"csrf": csrf, "email": '"><script>alert(1)</script>'}).text
    assert "<title>Error: " in wrong
    assert 'href="#email"' in wrong
    assert 'aria-describedby="email-error"' in wrong
    assert "&lt;script&gt;" in wrong
    assert "<script>alert" not in wrong


def test_ten_megabytes_are_refused_beside_the_field(client: TestClient, mailbox: Any) -> None:
    page = hidden(client.get("/sign-in").text)
    refused_ten_megabytes(client.post("/sign-in", **ten_megabytes(page, "email")))
    assert mailbox.sent == []


@pytest.mark.parametrize("csrf", [None, "", "wrong", "é"])
def test_a_form_without_our_token_is_refused(client: TestClient, mailbox: Any, csrf: str | None) -> None:
    client.get("/sign-in")
    data = {"email": "sam.lee@example.org"} | ({} if csrf is None else {"csrf": csrf})
    assert client.post("/sign-in", data=data).status_code == 403
    assert mailbox.sent == []


def test_a_form_from_another_browser_is_refused(browser: Callable[[], TestClient], mailbox: Any) -> None:
    theirs, mine = browser(), browser()
    csrf = theirs.get("/sign-in").text.split('name="csrf" value="')[1].split('"')[0]
    assert mine.post("/sign-in", data={"email": "sam.lee@example.org", "csrf": csrf}).status_code == 403
    mine.get("/sign-in")
    assert mine.post("/sign-in", data={"email": "sam.lee@example.org", "csrf": csrf}).status_code == 403


def test_a_link_cannot_be_used_without_our_form(client: TestClient, ask: Answer, mailbox: Any) -> None:
    ask()
    token = mailbox.sent[0][1].rsplit("/", 1)[1]
    assert client.post("/sign-in/link", data={"token": token}).status_code == 403
    assert client.get("/inbox").status_code == 303


def test_a_lead_returns_to_the_page_they_wanted(client: TestClient, ask: Answer, use: Answer, mailbox: Any) -> None:
    wanted = client.get("/inbox?status=SENT")
    assert wanted.headers["location"] == "/sign-in?next=%2Finbox%3Fstatus%3DSENT"
    ask(wanted="/inbox?status=SENT")
    assert use(client, mailbox.sent[0][1]) == "303 /inbox?status=SENT"


@pytest.mark.parametrize("elsewhere", ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)"])
def test_a_link_never_leads_elsewhere(
    client: TestClient, ask: Answer, use: Answer, mailbox: Any, elsewhere: str
) -> None:
    ask(wanted=elsewhere)
    assert "evil" not in mailbox.sent[0][1]
    assert use(client, mailbox.sent[0][1] + "?next=" + elsewhere) == "303 /inbox"


def test_a_mail_that_cannot_be_sent_does_not_show(app: FastAPI, ask: Answer, caplog: pytest.LogCaptureFixture) -> None:
    class Down:
        async def send(self, letter: Letter) -> None:
            raise ConnectionRefusedError(f"{letter.to} {letter.text}")

    app.state.outbox.ways[0].transport = Down()
    assert ask() == "303 /sign-in/check-your-email"
    assert "ConnectionRefusedError" in caplog.text
    assert "sam.lee" not in caplog.text
    assert "/sign-in/link/" not in caplog.text


def test_cookies_are_out_of_scripts_reach_and_encrypted_where_the_service_is(
    app: FastAPI, client: TestClient, ask: Answer, use: Answer, mailbox: Any, settings: Settings
) -> None:
    for address, secure in (("http://guide.test", False), ("https://guide.test", True)):
        app.state.settings = settings.model_copy(update={"public_url": address})
        cookie = client.get("/sign-in").headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert ("secure" in cookie) is secure
