"""The check comes to the same by the page with its script, by the page without it, and by the API."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page

from tests.browser.chatting import answer_all, send
from tests.talking import OPENING, Talker


def stored(app: FastAPI, page: Page) -> dict[str, object]:
    """The assessment as the page's conversation holds it."""
    token = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "conversation")
    transcript = app.state.conversations.transcript(token)
    found = [line.reply.assessment for line in transcript.messages if line.reply and line.reply.assessment]
    assert found
    return dict(found[-1])


def test_the_assessment_is_the_same_by_every_door(
    chromium: Browser, address: str, app: FastAPI, client: TestClient
) -> None:
    talk = Talker(client)
    talk.send(text=OPENING, area="walsall")
    talk.answer()
    for javascript in (True, False):
        context = chromium.new_context(java_script_enabled=javascript)
        page = context.new_page()
        page.goto(f"{address}/chat?area=walsall")
        page.get_by_role("textbox").last.fill(OPENING)
        send(page)
        answer_all(page)
        assert stored(app, page) == talk.assessment
        context.close()
