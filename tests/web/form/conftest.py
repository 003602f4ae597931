"""The form as an application with one draft, and a browser that has opened its link."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.templating import Jinja2Templates
from fastapi.testclient import TestClient
from pydantic import SecretStr

from bot.guidance.load import Packs
from bot.referrals.access.form_link import make_form_link
from bot.referrals.drafts import make_draft
from bot.referrals.record.record import Record
from bot.referrals.record.store import current_record
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions
from bot.web.form.routes import router
from bot.web.limits import BodyLimit
from bot.web.templating import make_templates
from tests.web.form.driving import draft_in

ASSESSMENT = Path(__file__).parents[2] / "referrals" / "assessment.json"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def templates() -> Jinja2Templates:
    return make_templates(Settings(today=TODAY), lambda: {"walsall": "Walsall Safeguarding Partnership"})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data_dir=tmp_path, secret_key=SecretStr("a key for tests"), public_url="http://guide.test", today=TODAY
    )


@pytest.fixture
def app(settings: Settings, database: Sessions, templates: Jinja2Templates, packs: Packs) -> FastAPI:
    made = FastAPI()
    made.state.settings, made.state.sessions = settings, database
    made.state.templates, made.state.packs = templates, packs
    made.include_router(router)
    made.add_middleware(BodyLimit)
    return made


@pytest.fixture
def draft(database: Sessions) -> Callable[..., str]:
    """Makes a draft, returns its reference."""

    def make(**changes: Any) -> str:
        given = {
            "conversation_id": "c1",
            "area": "darlington",
            "facts": {
                "age_group": "under_18",
                "outcome": "died",
                "incident_on": "2026-11-17",
                "la_aware_on": "2026-11-20",
            },
            "assessment": json.loads(ASSESSMENT.read_text(encoding="utf-8")),
            "own_words": "A two-year-old has died and we think she was neglected.",
        }
        with database.begin() as session:
            return make_draft(session, **(given | changes)).reference

    return make


@pytest.fixture
def link(database: Sessions) -> Callable[[str], str]:
    """The address that the conversation gives out for a draft."""

    def make(reference: str) -> str:
        with database.begin() as session:
            return f"/form/open/{make_form_link(session, draft_in(session, reference), now())}"

    return make


@pytest.fixture
def browser(app: FastAPI, settings: Settings) -> Iterator[Callable[[], TestClient]]:
    """Each call is another browser."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(TestClient(app, base_url=settings.public_url, follow_redirects=False))


@pytest.fixture
def reference(draft: Callable[..., str]) -> str:
    return draft()


@pytest.fixture
def client(browser: Callable[[], TestClient], link: Callable[[str], str], reference: str) -> TestClient:
    """A browser with the form open."""
    opened = browser()
    assert opened.get(link(reference)).headers["location"] == "/form"
    return opened


@pytest.fixture
def record(database: Sessions, reference: str) -> Callable[[], Record]:
    """The record as it is stored."""

    def read() -> Record:
        with database() as session:
            return current_record(session, draft_in(session, reference)).record

    return read
