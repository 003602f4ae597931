"""Two leads of one area and one of another, drafts, and a worker whose way keeps what it was given."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.outbox.item import Item
from bot.outbox.mail import Mail, Transport
from bot.outbox.way import Way
from bot.outbox.worker import Worker
from bot.referrals.drafts import make_draft
from bot.referrals.lead import make_lead
from bot.referrals.notices import Kind, about, notice_letter
from bot.referrals.referral import Referral
from bot.referrals.urgency import is_urgent
from bot.storage.database import Sessions
from tests.conftest import ROOT, TODAY

ASSESSMENT = json.loads((ROOT / "tests/referrals/assessment.json").read_text(encoding="utf-8"))
LEADS = [("sam", ["walsall"]), ("kit", []), ("jo", ["darlington"])]


@dataclass(frozen=True)
class Told:
    """What a lead was told."""

    key: str
    kind: Kind
    reference: str
    urgent: bool
    email: str


class Kept(Way):
    """A way that keeps what it is given; `down` makes it refuse, `reached` says whether it reaches anybody."""

    kinds = frozenset(kind.value for kind in Kind)

    def __init__(self, database: Sessions, name: str = "kept") -> None:
        self.database, self.name = database, name
        self.messages: list[Told] = []
        self.down: Exception | None = None
        self.reached = True

    def reaches(self, session: Session, item: Item) -> bool:
        return self.reached

    async def deliver(self, item: Item, body: dict[str, Any] | None) -> None:
        if self.down is not None:
            raise self.down
        with self.database() as session:
            referral, lead = about(session, item)
        self.messages.append(
            Told(item.key, Kind(item.kind), referral.reference, is_urgent(referral, TODAY), lead.email)
        )


def mail(database: Sessions, transport: Transport) -> Mail:
    """Mail for notices."""

    def write(session: Session, item: Item, body: dict[str, Any] | None) -> Any:
        return notice_letter(session, item, body, public_url="https://guide.test", today=lambda: TODAY)

    return Mail(database, transport, {kind.value: write for kind in Kind})


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
def way(database: Sessions) -> Kept:
    return Kept(database)


@pytest.fixture
def deliver(database: Sessions, way: Kept) -> Callable[..., int]:
    """Let a worker with these ways send what is due."""

    def run(*ways: Way) -> int:
        return asyncio.run(Worker(database, ways or [way]).deliver_due())

    return run


@pytest.fixture
def items(database: Sessions) -> Callable[[], list[Item]]:
    def read() -> list[Item]:
        with database() as session:
            return list(session.scalars(select(Item).order_by(Item.id)))

    return read


@pytest.fixture
def later(database: Sessions) -> Callable[[timedelta], None]:
    """Let time pass, by moving what was written back."""

    def move(by: timedelta) -> None:
        with database.begin() as session:
            for item in session.scalars(select(Item)):
                moved = {name: getattr(item, name) for name in ("made_at", "ends_at", "due_at")}
                values = {name: at - by for name, at in moved.items() if at is not None}
                session.execute(update(Item).where(Item.id == item.id).values(values))

    return move


def find(session: Session, reference: str) -> Referral:
    return session.scalars(select(Referral).where(Referral.reference == reference)).one()
