"""What every answer of the service has in common: headers, HEAD, and no 500 that a sender can cause."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError, StatementError

from bot.quiet_logs import quieten_logs
from bot.settings import Settings
from bot.web.app import Service

MARKER = "zqlogmark"
DIGITS = "9" * 5000
HALF = "\ud83d"


@pytest.fixture
def outsider(app: FastAPI) -> Iterator[TestClient]:
    """Somebody who is answered as the network would answer: what the service raises stays inside it."""
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def broken(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every turn of the page fails in a way that nobody foresaw."""

    def fail(*_: Any, **__: Any) -> None:
        raise LookupError(MARKER)

    monkeypatch.setattr(app.state.conversations, "transcript", fail)


@pytest.fixture
def away(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database refuses every session."""

    def refuse(*_: Any, **__: Any) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    class Refusing:
        __call__ = begin = refuse

    monkeypatch.setitem(app.state._state, "sessions", Refusing())
    monkeypatch.setattr(app.state.conversations, "sessions", Refusing())


@pytest.mark.usefixtures("broken")
def test_an_answer_to_what_nobody_foresaw_has_every_header_and_none_of_its_words(outsider: TestClient) -> None:
    outsider.cookies.set("conversation", "x", path="/chat")
    answer = outsider.get("/chat")
    assert answer.status_code == 500
    assert MARKER not in answer.text and "999" in answer.text
    for name in ("content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy"):
        assert name in answer.headers
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("url", ["https://guide.example.org", "http://127.0.0.1:8080"])
def test_browsers_are_told_to_come_by_https_where_the_service_is_reached_so(url: str) -> None:
    service = Service(Settings(public_url=url, secret_key="s" * 40))
    answer = TestClient(service).get("/nowhere")
    assert ("strict-transport-security" in answer.headers) == url.startswith("https:")


@pytest.mark.parametrize(
    "path", ["/", "/chat", "/widget.js", "/health/live", "/health/ready", "/metrics", "/inbox", "/sign-in", "/privacy"]
)
def test_head_is_answered_as_get_is_without_the_body(outsider: TestClient, path: str) -> None:
    get, head = (outsider.request(method, path, follow_redirects=False) for method in ("GET", "HEAD"))
    assert head.status_code == get.status_code < 400
    assert head.content == b""
    assert head.headers.get("content-type") == get.headers.get("content-type")


def test_a_slash_too_many_leads_to_the_page_of_this_host_whatever_host_was_named(outsider: TestClient) -> None:
    answer = outsider.get("/inbox/", headers={"Host": "evil.example"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/inbox")
    assert outsider.get("//evil.example/", follow_redirects=False).headers.get("location") in (None, "/evil.example")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/chat", {"seen": DIGITS, "text": "hello"}),
        ("/chat", {"date-day": "1", "date-month": DIGITS, "date-year": "2026"}),
        ("/chat", {"date-day": DIGITS, "date-month": "1", "date-year": "2026"}),
        ("/chat", {"date-day": "1", "date-month": "1", "date-year": DIGITS}),
        ("/chat/look", {"size": DIGITS}),
        ("/sign-in", {"email": DIGITS}),
    ],
)
def test_thousands_of_digits_in_a_form_are_no_fault_of_ours(
    outsider: TestClient, path: str, data: dict[str, str]
) -> None:
    assert outsider.post(path, data=data, follow_redirects=False).status_code < 500


@pytest.mark.parametrize(
    "body",
    [
        '{"text": "he hit her \\ud83d"}',
        '{"conversation": "\\ud800", "text": "a"}',
        '{"text": "a", "area": "\\ud800"}',
        '{"choice": "\\ud800"}',
        '{"choice": ["a", "\\udfff"]}',
        '{"\\ud800": "a"}',
    ],
)
def test_half_a_character_is_refused_wherever_it_stands(outsider: TestClient, body: str) -> None:
    answer = outsider.post("/api/chat", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert "he hit her" not in answer.text


async def test_half_a_character_is_refused_behind_the_doors_too(app: FastAPI) -> None:
    from bot.channels.problems import Problem

    with pytest.raises(Problem) as refused:
        await app.state.conversations.take_turn(None, text=f"a {HALF}")
    assert refused.value.status == 400


def test_a_form_in_a_character_set_that_makes_half_characters_is_refused(outsider: TestClient) -> None:
    body = '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\\ud800\r\n--x--\r\n'
    kind = "multipart/form-data; boundary=x; charset=unicode_escape"
    assert outsider.post("/chat", content=body, headers={"Content-Type": kind}).status_code == 400


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/chat"),
        ("GET", "/chat/standing"),
        ("GET", "/inbox"),
        ("GET", "/form"),
        ("GET", "/form/open/token"),
        ("GET", "/health/ready"),
        ("POST", "/api/chat"),
    ],
)
def test_a_database_that_is_away_is_a_503_with_a_time_at_every_door(
    outsider: TestClient, method: str, path: str
) -> None:
    for name, where in (("conversation", "/chat"), ("form", "/form"), ("lead", "/")):
        outsider.cookies.set(name, "x" * 43, path=where)
    answer = outsider.request(method, path, json={"text": "hello"} if method == "POST" else None)
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    if path.startswith("/health"):
        assert answer.json()["status"] == "not ready"
    else:
        assert "999" in answer.text


@pytest.fixture
def wordless() -> Iterator[None]:
    before = logging.getLogRecordFactory()
    quieten_logs()
    yield
    logging.setLogRecordFactory(before)


@pytest.mark.usefixtures("wordless")
def test_no_log_repeats_what_an_exception_says(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise LookupError(MARKER)
    except LookupError as error:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
        logging.getLogger("asyncio").error(f"Task exception was never retrieved {error!r}", exc_info=error)
        logging.getLogger("any").error("failed: %s", error)
        logging.getLogger("any").error(error)
        logging.getLogger("any").error("%d %%", 5, exc_info=True, stack_info=True)
    assert MARKER not in caplog.text
    assert "Traceback" not in caplog.text
    assert caplog.text.count("LookupError at test_every_answer.py:") == 5


def test_an_error_of_the_database_does_not_repeat_what_was_to_be_stored(app: FastAPI) -> None:
    from bot.dialogue.tables import MessageRow

    with app.state.sessions() as session:
        session.add(MessageRow(conversation_id="c", n=1, case_number=1, who="user", text=f"{MARKER} {HALF}"))
        with pytest.raises(StatementError) as failed:
            session.flush()
    assert MARKER not in str(failed.value)
