"""Signing out ends the session on the server, here or in every browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

Answer = Callable[..., str]


@pytest.fixture
def two_browsers(
    browser: Callable[[], TestClient], ask: Answer, use: Answer, mailbox: Any
) -> tuple[TestClient, TestClient]:
    both = browser(), browser()
    for each in both:
        ask()
        use(each, mailbox.sent[-1][1])
    return both


def test_signing_out_ends_this_session_only(two_browsers: tuple[TestClient, TestClient]) -> None:
    here, there = two_browsers
    cookie = here.cookies["lead"]
    gone = here.post("/sign-out", data={"csrf": here.get("/inbox").json()["csrf"]})
    assert gone.headers["location"] == "/sign-in/signed-out"
    assert here.get("/sign-in/signed-out").status_code == 200
    here.cookies.set("lead", cookie)
    assert here.get("/inbox").status_code == 303
    assert there.get("/inbox").status_code == 200


def test_signing_out_everywhere_ends_all(two_browsers: tuple[TestClient, TestClient]) -> None:
    here, there = two_browsers
    here.post("/sign-out/everywhere", data={"csrf": here.get("/inbox").json()["csrf"]})
    assert there.get("/inbox").status_code == 303


def test_nobody_can_be_signed_out_by_a_foreign_form(two_browsers: tuple[TestClient, TestClient]) -> None:
    here, there = two_browsers
    foreign = there.get("/inbox").json()["csrf"]
    for csrf in ("", "wrong", foreign):
        assert here.post("/sign-out", data={"csrf": csrf}).status_code == 403
    assert here.get("/inbox").status_code == 200
