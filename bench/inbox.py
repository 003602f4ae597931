"""The inbox with 10,000 drafts on SQLite: what the server takes to list, filter, search and open, without a network."""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.guidance.load import load_packs
from bot.interview.assess import assess
from bot.referrals.access.lead_session import open_session
from bot.referrals.decisions import decide
from bot.referrals.drafts import make_draft
from bot.referrals.holding import claim
from bot.referrals.lead import Lead, make_lead
from bot.referrals.reference import make_reference
from bot.settings import Settings
from bot.storage.base import Base, now
from bot.storage.database import open_database, sessions
from bot.storage.migrate import upgrade
from bot.web.inbox.router import router
from bot.web.pack_words import PackWords
from bot.web.templating import make_templates

DRAFTS = 10_000
MADE = 100
TIMES = 30
CONTENT = """
INSERT INTO referral_event_content (event_id, salt, data)
SELECT fresh.id, content.salt, content.data
FROM referral_event AS old JOIN referral_event_content AS content ON content.event_id = old.id
JOIN referral_event AS fresh ON fresh.referral_id = :new AND fresh.n = old.n
WHERE old.referral_id = :old
"""
TODAY = date(2026, 11, 24)
AREAS = ("walsall", "wolverhampton", "birmingham", "darlington")
ROOT = Path(__file__).parent.parent


def timings(drafts: int = DRAFTS) -> dict[str, float]:
    """Median milliseconds of each page, by what it is."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), today=TODAY, secret_key="b" * 40)
        engine = open_database(settings.database, settings.keyring)
        upgrade(engine)
        packs = load_packs(ROOT / "guidance")
        app = FastAPI()
        app.state.settings, app.state.sessions, app.state.packs = settings, sessions(engine), packs
        app.state.words = PackWords(packs, lambda: TODAY)
        app.state.templates = make_templates(settings, lambda: dict.fromkeys(AREAS, "A partnership"))
        app.include_router(router)
        client = TestClient(app, headers={"user-agent": "bench"})
        with app.state.sessions.begin() as session:
            lead = make_lead(session, email="lead@example.org", name="A lead")
            references = _fill(session, lead, packs, drafts)
            client.cookies.set("lead", open_session(session, lead, now(), browser="bench"))
        wanted = iter(references)
        pages: dict[str, Callable[[], str]] = {
            "list (new)": lambda: "/inbox",
            "list (all)": lambda: "/inbox?status=all",
            "page 100 of all": lambda: "/inbox?status=all&number=100",
            "filter by area": lambda: "/inbox?status=all&area=darlington",
            "search by part of a reference": lambda: f"/inbox?status=all&search={next(wanted)[5:8]}",
            "search by organisation": lambda: "/inbox?status=all&search=school+7",
            "open a draft for the first time": lambda: f"/inbox/{next(wanted)}",
            "open the whole record": lambda: f"/inbox/{next(wanted)}/record",
            "open the history": lambda: f"/inbox/{next(wanted)}/history",
        }
        found = {name: _median(client, address) for name, address in pages.items()}
        engine.dispose()
        return found


def _median(client: TestClient, address: Callable[[], str]) -> float:
    taken = []
    for _ in range(TIMES):
        path = address()
        began = time.perf_counter()
        answer = client.get(path)
        taken.append((time.perf_counter() - began) * 1000)
        assert answer.status_code == 200
    return median(taken[1:])


def _fill(session: Session, lead: Lead, packs: Any, drafts: int) -> list[str]:
    """Drafts of all piles, areas and organisations; their references in an order of their own.

    A few are made as the service makes them; the others are copies of their rows under other references.
    """
    chance = random.Random(7)
    kinds = [_kind(packs, danger, outcome) for danger in ("no", "yes") for outcome in ("died", "near_miss")]
    made = []
    for number in range(MADE):
        facts, assessment = kinds[min(chance.randrange(40), 3) if number % 3 else 0]
        referral = make_draft(
            session,
            conversation_id=f"c{number}",
            area=chance.choice(AREAS),
            facts=facts,
            assessment=assessment,
            own_words="A child has died and we think there was neglect. " * 20,
        )
        if number % 4 == 1:
            claim(session, referral, lead)
        if number % 10 == 3:
            decide(session, referral, lead, chance.choice(["not_referred", "needs_information"]), "Because")
        made.append(referral)
    session.flush()
    references = [referral.reference for referral in made]
    for number in range(MADE, drafts):
        reference = make_reference()
        due = TODAY + timedelta(days=chance.randrange(60))
        changed = {
            "reference": reference,
            "conversation_id": f"c{number}",
            "area": chance.choice(AREAS),
            "organisation": f"School {number % 200}",
            "organisation_key": f"school {number % 200}",
            "next_due": due,
        }
        _copy(session, made[number % MADE].id, MADE + number + 1, changed)
        references.append(reference)
    chance.shuffle(references)
    return references


def _copy(session: Session, old: int, new: int, changed: dict[str, Any]) -> None:
    """Copy a draft's rows: sealed values as they are sealed."""
    for table, key in (("referral", "id"), ("referral_event", "referral_id"), ("referral_record", "referral_id")):
        columns = Base.metadata.tables[table].columns
        names = [column.name for column in columns if column.name != "id"]
        values = [f":{name}" if name in changed else ":new" if name == key else name for name in names]
        own = (", id", ", :new") if key == "id" else ("", "")
        copied = f"INSERT INTO {table} ({', '.join(names)}{own[0]}) SELECT {', '.join(values)}{own[1]} FROM {table}"
        session.execute(text(f"{copied} WHERE {key} = :old"), changed | {"old": old, "new": new})
    session.execute(text(CONTENT), {"old": old, "new": new})


def _kind(packs: Any, danger: str, outcome: str) -> tuple[dict[str, Any], dict[str, Any]]:
    from bot.criteria.facts import plain, read_value

    pack = packs.for_area("walsall", TODAY)
    told = {"immediate_danger": danger, "area": "walsall", "age_group": "under_18", "outcome": outcome,
            "abuse_neglect": "suspected", "la_aware_on": "2026-11-20"}  # fmt: skip
    facts = {name: read_value(pack.facts[name], value) for name, value in told.items()}
    assessed = json.loads(json.dumps(assess(pack, facts, frozenset(), TODAY)))
    return {name: plain(value) for name, value in facts.items()}, assessed
