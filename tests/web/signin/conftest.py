"""The sign-in pages as an application, with a mailbox that keeps what is sent."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from fastapi.templating import Jinja2Templates
from fastapi.testclient import TestClient
from pydantic import SecretStr

from bot.outbox.letter import Letter
from bot.outbox.mail import Mail
from bot.outbox.worker import Worker
from bot.referrals.access.sign_in_mail import SIGN_IN, sign_in_letter
from bot.referrals.lead import make_lead
from bot.settings import Settings
from bot.storage.base import Base
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.migrate import load_models
from bot.web.limits import BodyLimit
from bot.web.problem_pages import add_problem_handlers
from bot.web.signin.guard import AtInbox
from bot.web.signin.issuer import make_issuer
from bot.web.signin.knocking import sign_in_pace
from bot.web.signin.lead_route import LeadRoute
from bot.web.signin.router import router
from bot.web.signin.state_cookie import SignInState
from bot.web.templating import make_templates

LEAD = "sam.lee@example.org"


class Mailbox:
    """A transport that keeps the links."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    async def send(self, letter: Letter) -> None:
        self.sent.append((letter.to, letter.fields["link"]))


@pytest.fixture(scope="session")
def templates() -> Jinja2Templates:
    """Made once: compiling the templates takes longer than a test."""
    return make_templates(Settings(), lambda: {"walsall": "Walsall Safeguarding Partnership"})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, secret_key=SecretStr("a key for tests"), public_url="http://guide.test")


@pytest.fixture
def database(settings: Settings) -> Sessions:
    load_models()
    engine = open_database(settings.database)
    Base.metadata.create_all(engine)
    factory = sessions(engine)
    with factory.begin() as session:
        make_lead(session, email=LEAD, name="Sam Lee", areas=["walsall"])
    return factory


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def app(settings: Settings, database: Sessions, mailbox: Mailbox, templates: Jinja2Templates) -> FastAPI:
    made = FastAPI()
    made.state.settings, made.state.sessions = settings, database
    made.state.outbox = Worker(database, [Mail(database, mailbox, {SIGN_IN: sign_in_letter})])
    made.state.templates = templates
    made.state.issuer, made.state.sign_in_pace = make_issuer(settings), sign_in_pace(settings)
    add_problem_handlers(made)
    made.add_middleware(SignInState, settings=settings)
    made.add_middleware(BodyLimit)
    made.include_router(router)
    made.router.route_class = LeadRoute

    @made.get("/inbox")
    def inbox(request: Request, who: AtInbox) -> dict[str, str]:
        return {"lead": who.lead.name, "csrf": who.csrf}

    return made


@pytest.fixture
def browser(app: FastAPI, settings: Settings) -> Iterator[Callable[[], TestClient]]:
    """Each call is another browser."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(TestClient(app, base_url=settings.public_url, follow_redirects=False))


@pytest.fixture
def client(browser: Callable[[], TestClient]) -> TestClient:
    return browser()


def hidden(page: str, name: str) -> str:
    """What a hidden field of the page says."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None, f"the page has no hidden field {name}"
    return found.group(1)


@pytest.fixture
def ask(app: FastAPI, client: TestClient) -> Callable[..., str]:
    """Ask for a link in the form, and have it mailed; returns the answer's status and place."""

    def send(email: str = LEAD, wanted: str = "/inbox") -> str:
        csrf = hidden(client.get("/sign-in").text, "csrf")
        answer = client.post("/sign-in", data={"csrf": csrf, "email": email, "next": wanted})
        asyncio.run(app.state.outbox.deliver_due())
        return f"{answer.status_code} {answer.headers.get('location', '')}".strip()

    return send


@pytest.fixture
def use() -> Callable[..., str]:
    """Open a link in a browser and press its button; returns the answer's status and place."""

    def press(browser: TestClient, url: str) -> str:
        page = browser.get(url).text
        form = {name: hidden(page, name) for name in ("csrf", "token", "next")}
        answer = browser.post("/sign-in/link", data=form)
        return f"{answer.status_code} {answer.headers.get('location', '')}".strip()

    return press
