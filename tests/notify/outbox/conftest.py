"""Two leads of one area and one of another, drafts, and a worker whose backend keeps what it was given."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.notify.outbox.message import Message
from bot.notify.outbox.notice import Notice
from bot.notify.outbox.worker import Worker
from bot.referrals.drafts import make_draft
from bot.referrals.lead import Lead, make_lead
from bot.referrals.referral import Referral
from bot.storage.database import Sessions
from tests.conftest import ROOT

ASSESSMENT = json.loads((ROOT / "tests/referrals/assessment.json").read_text(encoding="utf-8"))
LEADS = [("sam", ["walsall"]), ("kit", []), ("jo", ["darlington"])]


class Kept:
    """A backend that keeps what it is given; `down` makes it refuse."""

    def __init__(self, name: str = "kept") -> None:
        self.name = name
        self.messages: list[Message] = []
        self.down = False

    def reaches(self, session: Session, lead: Lead) -> bool:
        return True

    async def deliver(self, message: Message) -> None:
        if self.down:
            raise ConnectionError(f"cannot reach {message.email}")
        self.messages.append(message)


@pytest.fixture
def leads(database: Sessions) -> None:
    with database.begin() as session:
        for name, areas in LEADS:
            make_lead(session, email=f"{name}@example.org", name=name, areas=areas)


@pytest.fixture
def draft(database: Sessions, leads: None) -> Callable[..., str]:
    """Makes a draft or brings it up to date; returns its reference."""

    def make(**changes: Any) -> str:
        given = {"conversation_id": "c1", "area": "walsall", "facts": {"outcome": "died"}, "assessment": ASSESSMENT,
                 "own_words": "A child has died."}  # fmt: skip
        with database.begin() as session:
            return make_draft(session, **(given | changes)).reference

    return make


@pytest.fixture
def backend() -> Kept:
    return Kept()


@pytest.fixture
def deliver(database: Sessions, backend: Kept) -> Callable[..., int]:
    """Let a worker with these backends send what is due."""

    def run(*backends: Any) -> int:
        return asyncio.run(Worker(database, backends or [backend], "https://guide.test/").deliver_due())

    return run


@pytest.fixture
def notices(database: Sessions) -> Callable[[], list[Notice]]:
    def read() -> list[Notice]:
        with database() as session:
            return list(session.scalars(select(Notice).order_by(Notice.id)))

    return read


@pytest.fixture
def later(database: Sessions) -> Callable[[timedelta], None]:
    """Let time pass, by moving what was written back."""

    def move(by: timedelta) -> None:
        with database.begin() as session:
            for notice in session.scalars(select(Notice)):
                values: dict[str, datetime] = {"made_at": notice.made_at - by}
                if notice.due_at is not None:
                    values["due_at"] = notice.due_at - by
                session.execute(update(Notice).where(Notice.id == notice.id).values(values))

    return move


def find(session: Session, reference: str) -> Referral:
    return session.scalars(select(Referral).where(Referral.reference == reference)).one()
