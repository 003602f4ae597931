"""The inbox as an application, with two leads of one area, one of another, and drafts made as the chat makes
them.
"""

from __future__ import annotations

import json
import re
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
from bot.referrals.access.lead_session import open_session
from bot.referrals.drafts import make_draft
from bot.referrals.judging import Judge
from bot.referrals.lead import find_lead, make_lead
from bot.referrals.record.store import current_record, save_record
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions
from bot.web.inbox.router import router
from bot.web.limits import BodyLimit
from bot.web.pack_words import PackWords
from bot.web.templating import make_templates
from tests.filled_record import filled_around

ASSESSMENT = Path(__file__).parents[2] / "referrals" / "assessment.json"
LEADS = [("sam", "Sam Lee", ["walsall"]), ("kit", "Kit Osei", ["walsall"]), ("jo", "Jo Far", ["darlington"])]
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def templates() -> Jinja2Templates:
    """Made once: compiling the templates takes longer than a test."""
    return make_templates(Settings(today=TODAY), lambda: {"walsall": "Walsall Safeguarding Partnership"})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data_dir=tmp_path,
        secret_key=SecretStr("a key for tests"),
        public_url="http://guide.test",
        today=TODAY,
    )


@pytest.fixture
def database(database: Sessions) -> Sessions:
    """With the leads in it."""
    with database.begin() as session:
        for short, name, areas in LEADS:
            make_lead(session, email=f"{short}@example.org", name=name, areas=areas)
    return database


@pytest.fixture
def app(settings: Settings, database: Sessions, templates: Jinja2Templates, packs: Packs) -> FastAPI:
    made = FastAPI()
    made.state.settings, made.state.sessions = settings, database
    made.state.templates, made.state.packs = templates, packs
    made.state.words = PackWords(packs, lambda: TODAY)
    made.include_router(router)
    made.add_middleware(BodyLimit)
    return made


@pytest.fixture
def assessment() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ASSESSMENT.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def draft(database: Sessions, assessment: dict[str, Any], packs: Packs) -> Callable[..., str]:
    """Makes a draft, returns its reference."""

    def make(*, whole: bool = False, **changes: Any) -> str:
        given = {
            "conversation_id": "c1",
            "area": "walsall",
            "facts": {
                "age_group": "under_18",
                "outcome": "died",
                "la_aware_on": "2026-11-20",
                "place": "unknown",
            },
            "assessment": assessment,
            "own_words": "A two-year-old has died and we think she was neglected.",
        }
        with database.begin() as session:
            made = make_draft(session, **(given | changes))
            if whole:
                check = current_record(session, made).record
                save_record(session, made, filled_around(check), "practitioner", judge=Judge(packs, TODAY))
            return made.reference

    return make


@pytest.fixture
def browser(app: FastAPI, settings: Settings) -> Iterator[Callable[[], TestClient]]:
    """Each call is another browser."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(TestClient(app, base_url=settings.public_url, follow_redirects=False))


@pytest.fixture
def stranger(browser: Callable[[], TestClient]) -> TestClient:
    return browser()


@pytest.fixture
def signed_in(browser: Callable[[], TestClient], database: Sessions) -> Callable[[str], TestClient]:
    """A browser in which this lead is signed in."""

    def open_browser(short: str) -> TestClient:
        client = browser()
        with database.begin() as session:
            lead = find_lead(session, f"{short}@example.org")
            assert lead is not None
            client.cookies.set("lead", open_session(session, lead, now(), browser=client.headers["user-agent"]))
        return client

    return open_browser


@pytest.fixture
def sam(signed_in: Callable[[str], TestClient]) -> TestClient:
    return signed_in("sam")


@pytest.fixture
def kit(signed_in: Callable[[str], TestClient]) -> TestClient:
    return signed_in("kit")


@pytest.fixture
def jo(signed_in: Callable[[str], TestClient]) -> TestClient:
    return signed_in("jo")


@pytest.fixture
def form(database: Sessions) -> Callable[..., dict[str, str]]:
    """What a form of the record's page would send: its hidden fields and what is typed."""

    def filled(client: TestClient, reference: str, **typed: str) -> dict[str, str]:
        page = client.get(f"/inbox/{reference}").text
        return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)) | typed

    return filled
