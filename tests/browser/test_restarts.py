"""The service is stopped and started again at every step of a conversation: nothing is lost, nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from socket import socket

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, expect

from bot.channels.conversations import Conversations
from tests.browser.chatting import answer, send
from tests.browser.test_same_by_every_door import stored
from tests.browsing import serving
from tests.talking import OPENING, Talker


class Service:
    """The app on one port, stopped and started at will; a start begins with nothing in memory but the model."""

    def __init__(self, app: FastAPI) -> None:
        with socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.app, self.running = app, ExitStack()

    def start(self) -> None:
        before: Conversations = self.app.state.conversations
        self.app.state.conversations = Conversations(
            before.talk, before.sessions, before.settings, before.areas, before.act_now
        )
        self.running.enter_context(serving(self.app, self.port))

    def stop(self) -> None:
        self.running.close()


@pytest.fixture
def service(app: FastAPI) -> Iterator[Service]:
    service = Service(app)
    service.start()
    yield service
    service.stop()


def press(page: Page, service: Service, button: str) -> None:
    """Press while the service is down, see that nothing was sent, start it, press again."""
    seen = page.locator("input[name=seen]")
    before = seen.input_value()
    service.stop()
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("status")).to_contain_text("was not sent")
    service.start()
    page.get_by_role("button", name=button).click()
    expect(seen).not_to_have_value(before)


def test_a_restart_at_every_step(
    chromium: Browser, service: Service, app: FastAPI, client: TestClient, whole: bool
) -> None:
    context = chromium.new_context()
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{service.port}/chat?area=walsall")
    page.get_by_role("textbox").last.fill(OPENING)
    steps = 1
    press(page, service, "Continue")
    while page.locator("#question").count():
        answer(page)
        if whole or steps < 4:  # each step is one request
            press(page, service, "Continue")
        else:
            send(page)
        steps += 1
    press(page, service, "Make the draft referral")
    shown = page.get_by_role("log").get_by_role("listitem").all_inner_texts()
    page.reload()
    assert page.get_by_role("log").get_by_role("listitem").all_inner_texts() == shown
    token = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "conversation")
    lines = app.state.conversations.transcript(token).messages
    assert len([line for line in lines if line.who == "user"]) == steps + 1
    drafts = {found for line in lines for found in re.findall(r"CSPR-[A-Z0-9]{4}-[A-Z0-9]{4}", line.text)}
    assert len(drafts) == 1
    without = Talker(client)
    without.send(text=OPENING, area="walsall")
    without.answer()
    assert stored(app, page) == without.assessment
    context.close()
