"""The service is stopped and started again at every step of a conversation: nothing is lost, nothing said twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from socket import socket

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from bot.channels.conversations import Conversations
from tests.browsing import serving
from tests.talking import OPENING

STEPS = ["immediate_danger", "suspected_suicide", "place"]


class Service:
    """The app on one port, stopped and started at will; a start begins with nothing in memory but the model."""

    def __init__(self, app: FastAPI) -> None:
        with socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.app, self.running = app, ExitStack()

    def start(self) -> None:
        before: Conversations = self.app.state.conversations
        self.app.state.conversations = Conversations(before.talk, before.sessions, before.settings, before.areas)
        self.running.enter_context(serving(self.app, self.port))

    def stop(self) -> None:
        self.running.close()


@pytest.fixture
def service(app: FastAPI) -> Iterator[Service]:
    service = Service(app)
    service.start()
    yield service
    service.stop()


def answer(page: Page) -> None:
    page.locator("input[name=choice][value=no], input[name=choice][value=this_area]").first.check()


def test_a_restart_at_every_step(chromium: Browser, service: Service, app: FastAPI) -> None:
    context = chromium.new_context()
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{service.port}/chat?area=walsall")
    page.get_by_role("textbox").last.fill(OPENING)
    for asked in STEPS:
        service.stop()
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("status")).to_contain_text("was not sent", timeout=20_000)
        service.start()
        page.get_by_role("button", name="Continue").click()
        expect(page.locator(f"[data-question={asked}]")).to_be_visible(timeout=20_000)
        page.reload()
        answer(page)
    token = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "conversation")
    said = [line.text for line in app.state.conversations.transcript(token).messages if line.who == "user"]
    assert said == [OPENING, "No, everyone is safe now", "No"]
    context.close()
