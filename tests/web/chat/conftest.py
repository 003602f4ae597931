"""The chat page over a small guide that holds real conversations in memory, and a reader of its pages."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.templating import Jinja2Templates
from fastapi.testclient import TestClient
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page as BrowserPage

from bot.channels.model import Choice, Reply, Said, Standing, Transcript
from bot.channels.problems import ExpiredConversation, Problem, UnknownConversation
from bot.settings import Settings
from bot.storage.base import now
from bot.web import pages
from bot.web.chat_rooms import CHAT
from bot.web.security import SecurityHeaders
from bot.web.static_files import static_files
from bot.web.templating import make_templates
from tests.browsing import VIOLATIONS, chromium_running, serving

LONGEST = 2000
AREAS = {"walsall": "Walsall Safeguarding Partnership", "darlington": "Darlington Safeguarding Partnership"}


def _options(**labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, label=label) for value, label in labels.items())


DANGER = Reply(
    text="Is any child in danger now?", question="immediate_danger", expects="choice",
    options=_options(yes="Yes, or I think so", no="No, everyone is safe", unknown="I do not know"),
)  # fmt: skip
HARM = Reply(
    text="Did the child have any of these?\n\nTick all that fit.", question="harm_kinds", expects="set",
    options=_options(
        life="An injury that put life at risk", mind="Harm to mental health",
        none_of_these="None of these", unknown="I do not know",
    ),
)  # fmt: skip
AWARE = Reply(
    text="When did the council become aware?", question="la_aware_on", expects="date",
    options=_options(unknown="I do not know"),
)  # fmt: skip
BUTTONS = _options(explain_why="Why do you ask?", pause="Stop for now")


@dataclass(frozen=True)
class Turn:
    """What a turn came to."""

    token: str
    replies: list[Reply]


@dataclass
class Talk:
    """One conversation: what was said, and the questions still to ask."""

    area: str | None
    left: list[Reply]
    messages: list[Said] = field(default_factory=list)
    pending: Reply | None = None
    over: bool = False
    expires_at: datetime = field(default_factory=lambda: now() + timedelta(hours=24))

    def add(self, **line: Any) -> None:
        """Puts a line at the end of the transcript."""
        self.messages.append(Said(n=len(self.messages) + 1, **line))


class TalkingGuide:
    """Asks its questions one after the other, explains when a button is pressed, then says that it heard."""

    def __init__(self, *script: Reply) -> None:
        self.script = script
        self.talks: dict[str, Talk] = {}
        self.trouble: Problem | None = None
        self.ended = threading.Event()

    async def take_turn(
        self, token: str | None, *, text: str | None = None, choice: str | list[str] | None = None,
        area: str | None = None, key: str | None = None, begins_as: str | None = None, sender: str | None = None,
    ) -> Turn:  # fmt: skip
        """Takes one message; when it raises Problem nothing is stored. What has come before is not taken again."""
        if self.trouble:
            raise self.trouble
        if text is not None and len(text) > LONGEST:
            raise Problem(400, "Too long", f"Text: found {len(text)} characters, expected at most {LONGEST}.")
        token = token or (begins_as if begins_as in self.talks else None)
        talk = self._open(token) if token else Talk(area, list(self.script))
        if key and any(line.key == key for line in talk.messages):
            return Turn(token or "", [])
        chosen = [] if choice is None else [choice] if isinstance(choice, str) else choice
        offered = {o.value: o.label for o in (*(talk.pending.options if talk.pending else ()), *BUTTONS)}
        if any(value not in offered for value in chosen):
            raise Problem(400, "Not one of the choices", "That choice is no longer open.")
        labels = "; ".join(offered[value] for value in chosen)
        talk.add(who="user", text=". ".join(part for part in (labels, text) if part), key=key)
        if talk.pending and {"explain_why"} & set(chosen):
            replies = [Reply(text="Because safety comes first."), talk.pending]
        else:
            replies = [talk.left.pop(0) if talk.left else Reply(text="I heard you.")]
            talk.pending = replies[0] if replies[0].question else None
        for reply in replies:
            talk.add(who="guide", text=reply.text, reply=reply)
        token = token or begins_as or secrets.token_urlsafe(16)
        self.talks[token] = talk
        return Turn(token, replies)

    def refusal(self, problem: Problem, text: str | None) -> Problem:
        """The problem as it is."""
        return problem

    def transcript(self, token: str, last: int | None = None) -> Transcript:
        """What was said so far. Raises UnknownConversation or ExpiredConversation."""
        talk = self._open(token)
        return Transcript(
            messages=tuple(talk.messages[-last:] if last else talk.messages),
            pending=talk.pending, buttons=BUTTONS, area=talk.area, expires_at=talk.expires_at,
        )  # fmt: skip

    def standing(self, token: str) -> Standing:
        """How the conversation stands."""
        talk = self._open(token)
        return Standing(len(talk.messages), talk.expires_at)

    def keep_open(self, token: str) -> None:
        """Starts its hours afresh."""
        self._open(token).expires_at = now() + timedelta(hours=24)

    def end(self, token: str) -> None:
        """Nobody can open it again."""
        talk = self._open(token)
        talk.over, talk.expires_at = True, now()
        self.ended.set()

    def said(self) -> list[str]:
        """What people said in all conversations, as stored."""
        return [line.text for talk in self.talks.values() for line in talk.messages if line.who == "user"]

    def _open(self, token: str) -> Talk:
        if token not in self.talks:
            raise UnknownConversation
        if self.talks[token].over:
            raise ExpiredConversation
        return self.talks[token]


class Page(HTMLParser):
    """What a test looks at in a page: fields, the values that a browser would send, ids, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, dict[str, Any]] = {}
        self.values: dict[str, str] = {}
        self.ids: set[str] = set()
        self.words = ""
        self._textarea: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.add(str(found["id"]))
        if tag in {"input", "textarea"} and found.get("name"):
            self.fields[str(found.get("id") or found["name"])] = found
            if found.get("type") not in {"radio", "checkbox"} or "checked" in found:
                self.values.setdefault(str(found["name"]), str(found.get("value") or ""))
        if tag == "textarea":
            self._textarea = str(found["name"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = None

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.values[self._textarea] += data
        self.words = f"{self.words} {data.strip()}".strip() if data.strip() else self.words


@cache
def _plain_templates() -> Jinja2Templates:
    """Compiled once: most tests look at pages of the same settings."""
    return make_templates(Settings(secret_key="a key for tests alone"), lambda: AREAS)


def make_app(guide: TalkingGuide, **settings: Any) -> FastAPI:
    """The chat page and the pages around it, over this guide."""
    app = FastAPI()
    app.state.settings = Settings(secret_key="a key for tests alone", **settings)
    app.state.templates = make_templates(app.state.settings, lambda: AREAS) if settings else _plain_templates()
    app.state.conversations = guide
    contacts = {"walsall": "- The hub: 01922 000000"}
    app.state.contacts = lambda area: contacts.get(area, "I hold no contact details yet.")
    for router in (*CHAT, pages.router):
        app.include_router(router)
    app.mount("/static", static_files())
    app.add_middleware(SecurityHeaders, frame_origins=app.state.settings.frame_origins)
    return app


class Browser:
    """A browser without JavaScript: opens the page, fills in its form, follows where it leads."""

    def __init__(self, app: FastAPI) -> None:
        self.client = TestClient(app)
        self.page = Page("")
        self.status = 0
        self.headers: dict[str, str] = {}

    def open(self, path: str = "/chat") -> Page:
        """Opens a page."""
        return self._show(self.client.get(path))

    def send(self, headers: dict[str, str] | None = None, **typed: Any) -> Page:
        """Sends the form as it stands, with this typed or chosen (`date_day` stands for `date-day`)."""
        data = {**self.page.values, **{name.replace("_", "-"): value for name, value in typed.items()}}
        return self._show(self.client.post("/chat", data=data, headers=headers))

    def _show(self, response: Any) -> Page:
        self.status, self.headers = response.status_code, dict(response.headers)
        self.page = Page(response.text)
        return self.page


@pytest.fixture
def guide() -> TalkingGuide:
    return TalkingGuide(DANGER, HARM, AWARE)


@pytest.fixture
def browser(guide: TalkingGuide) -> Browser:
    return Browser(make_app(guide))


@pytest.fixture
def app_over() -> Callable[..., FastAPI]:
    """Makes an app over a guide with the settings given."""
    return make_app


@pytest.fixture
def guide_of() -> Callable[..., TalkingGuide]:
    """Makes a guide that goes through the replies given."""
    return TalkingGuide


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with chromium_running() as browser:
        yield browser


@pytest.fixture
def address(guide: TalkingGuide) -> Iterator[str]:
    with serving(make_app(guide)) as address:
        yield address


@pytest.fixture
def page(chromium: Chromium, address: str) -> Iterator[BrowserPage]:
    """The chat's page, as wide as a telephone; breaches of its security policy are kept in `window.violations`."""
    context = chromium.new_context(viewport={"width": 400, "height": 800})
    context.set_default_timeout(5_000)
    context.add_init_script(VIOLATIONS)
    page = context.new_page()
    page.goto(f"{address}/chat")
    yield page
    context.close()
