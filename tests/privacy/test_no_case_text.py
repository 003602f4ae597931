"""What is told about a child is in no log, address, count, mail, error report or file of the database.

Markers are planted through the chat, the form, the inbox and their errors, with every logger at DEBUG; then every
sink is searched for them.
"""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Request, Response
from sqlalchemy.exc import OperationalError

from bot.channels.sending import ways_of_telling
from bot.outbox.worker import Worker
from bot.referrals.access.request_link import request_link
from bot.referrals.lead import make_lead
from bot.settings import Settings
from bot.storage.base import now
from tests.outbox.servers import Postbox, mail_server_in_thread
from tests.privacy.sinks import Everything, Sinks, raw
from tests.talking import OPENING, Talker
from tests.web.form.driving import hidden, post

NAME = "Zebedee Quillfeather"
NHS_NUMBER = "943 476 5919"
STORY = "the purple elephant lamp was on all night"
REASON = "because of the ninth wooden giraffe"
MARKERS = {
    "name": "quillfeather",
    "NHS number": r"943\s?476\s?5919",
    "story": "purple elephant",
    "reason": "wooden giraffe",
}
SINKS = ["logs", "standard output", "addresses", "metrics", "mails", "problem documents", "database"]
LEAD = "marker.lead@example.org"


class Browser(TestClient):
    """A browser that notes every address it is sent to."""

    def __init__(self, app: FastAPI, sinks: Sinks, **more: Any) -> None:
        super().__init__(app, **more)
        self.sinks = sinks

    def send(self, request: Request, **more: Any) -> Response:
        answer = super().send(request, **more)
        for each in (*answer.history, answer):
            self.sinks.add("addresses", str(each.url), each.headers.get("location", ""))
        return answer


@pytest.fixture(scope="module")
def planted(app: FastAPI, settings: Settings) -> Sinks:
    """The sinks after the markers were planted everywhere."""
    sinks, log = Sinks(), Everything()
    root = logging.getLogger()
    before = root.level
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    with pytest.MonkeyPatch.context() as patch:
        printed: list[str] = []
        patch.setattr("builtins.print", lambda *words, **_: printed.append(" ".join(map(str, words))))
        with mail_server_in_thread(Postbox()) as (postbox, port):
            smtp = app.state.settings.model_copy(update={"mail_host": "127.0.0.1", "mail_port": port})
            [to_screen] = app.state.outbox.ways
            [by_mail] = ways_of_telling(smtp, app.state.sessions, None)
            patch.setattr(to_screen, "name", "screen")  # a second way beside mail
            with Browser(app, sinks, base_url=settings.public_url) as client:
                sign_in(client, app)
                draft = plant_in_the_chat(client)
                plant_in_the_form(client, draft["form"])
                plant_in_the_inbox(client, draft["reference"])
                plant_in_errors(client, app, sinks)
                sinks.add("metrics", client.get("/metrics").text)
            asyncio.run(Worker(app.state.sessions, [to_screen, by_mail]).deliver_due())
            sinks.add("mails", *(mail.as_string() for _, mail in postbox.mails))
    root.removeHandler(log)
    root.setLevel(before)
    sinks.add("logs", *log.lines)
    sinks.add("standard output", *printed)
    sinks.add("database", raw(settings.data_dir))
    return sinks


def sign_in(client: TestClient, app: FastAPI) -> None:
    with app.state.sessions.begin() as session:
        make_lead(session, email=LEAD, name="Marker lead")
        token = request_link(session, LEAD, now())
    client.post("/sign-in/link", data=hidden(client.get(f"/sign-in/link/{token}").text))


def plant_in_the_chat(client: TestClient) -> dict[str, str]:
    talk = Talker(client)
    talk.say(f"{OPENING} Her name is {NAME}, NHS {NHS_NUMBER}, and {STORY}.")
    talk.answer()
    talk.say(f"what happens next? {STORY}")
    talk.say("draft the referral now please")
    draft: dict[str, str] = next(reply["referral"] for reply in talk.replies if reply["referral"])
    return draft


def plant_in_the_form(client: TestClient, opened_by: str) -> None:
    client.get(opened_by)
    told = f"{NAME} {NHS_NUMBER} {STORY}"
    assert post(client, "incident/summary", {"summary": told}).status_code == 200
    assert STORY in client.get("/form/incident/summary").text
    post(client, "harm/description", {"description": told * 200})
    post(client, "referrer/contact", {"contact": told, "name": NAME})


def plant_in_the_inbox(client: TestClient, reference: str) -> None:
    page = client.get(f"/inbox/{reference}").text
    assert STORY in page, "the lead does not read the practitioner's words: nothing was planted"
    decided = {"decision": "not_referred", "reason": REASON}
    form = hidden(page[page.index('id="your-decision"') :])
    client.post(f"/inbox/{reference}/decision", data=form | decided | {"decision": "", "step": "confirm"})
    client.post(f"/inbox/{reference}/decision", data=form | decided | {"step": "confirm"})
    client.post(f"/inbox/{reference}/decision", data=form | decided | {"step": "record"})
    assert REASON in client.get(f"/inbox/{reference}").text
    client.post(f"/inbox/{reference}/after/notification-sent", data=form | {"on-day": STORY, "on-month": NAME})


def plant_in_errors(client: TestClient, app: FastAPI, sinks: Sinks) -> None:
    told = f"{NAME} {NHS_NUMBER} {STORY}"
    refused = [
        client.post("/api/chat", json={"conversation": None, "text": told * 600}),
        client.post("/api/chat", json={"conversation": None, "text": {"said": told}}),
        client.post("/api/chat", json={"conversation": None, "text": told, told: told}),
        client.post("/api/chat", json={"conversation": "no such token", "text": told}),
        client.post("/api/chat", content=f'{{"text": "{told}'.encode(), headers={"Content-Type": "application/json"}),
    ]
    talk = Talker(client)
    talk.say("hello")
    refused.append(client.post("/api/chat", json={"conversation": talk.token, "choice": told}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.channels.record.keep", raises(OperationalError(told, {"text": told}, Exception(told))))
        refused.append(client.post("/api/chat", json={"conversation": talk.token, "text": told}))
    actions = app.state.conversations.talk.agent.action_endpoint.executor.actions
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(actions, "action_draft_referral", fails)
        talk.say(f"{OPENING} {STORY}")
        talk.say("draft the referral now please")
    sinks.add("problem documents", *(answer.text for answer in refused), talk.words)
    assert [answer.status_code for answer in refused] == [400, 400, 400, 404, 400, 400, 503]
    assert "something went wrong" in talk.words


def raises(error: Exception) -> Any:
    def refuse(*_: Any, **__: Any) -> None:
        raise error

    return refuse


async def fails(*_: Any) -> list[Any]:
    raise RuntimeError(f"{NAME} {NHS_NUMBER} {STORY}")


@pytest.mark.parametrize("sink", SINKS)
def test_no_marker_comes_out(planted: Sinks, sink: str) -> None:
    text = planted.text[sink]
    assert len(text) > 100, f"nothing came out as {sink}: nothing was tested"
    found = {name: re.findall(f".{{0,80}}{marker}.{{0,20}}", text, re.IGNORECASE) for name, marker in MARKERS.items()}
    assert {name: where[:2] for name, where in found.items() if where} == {}
