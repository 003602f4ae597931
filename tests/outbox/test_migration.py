"""What waited in the tables of before waits in the one table, and goes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData, insert, select

from bot.outbox.item import Item
from bot.outbox.queue import lease
from bot.referrals.drafts import make_draft
from bot.referrals.lead import make_lead
from bot.storage.base import now
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.encryption import EncryptedJson
from bot.storage.migrate import alembic_config, differences, migrating, upgrade
from tests.outbox.conftest import ASSESSMENT

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
BODY = {"words": "sealed"}


@pytest.fixture
def engine(database_url: str) -> Any:
    engine = open_database(database_url)
    yield engine
    upgrade(engine)
    engine.dispose()


def to(engine: Engine, revision: str) -> None:
    with migrating(engine) as connection:
        command.downgrade(alembic_config(connection), revision)


def sealed(engine: Engine) -> str:
    """The body as it is stored."""
    stored = EncryptedJson().process_bind_param(BODY, engine.dialect)
    assert stored is not None
    return stored


def fill(engine: Engine, referral: int, lead: int) -> None:
    """Rows as the version before wrote them."""
    tables = MetaData()
    tables.reflect(engine)
    notice = {"referral_id": referral, "lead_id": lead, "made_at": AT, "due_at": AT, "attempts": 3, "kind": "new_draft",
              "lease": None, "sent_at": None, "given_up_at": None}  # fmt: skip
    settled = {"due_at": None, "sent_at": AT}
    body = sealed(engine)
    rows: list[tuple[str, dict[str, Any]]] = [
        ("notice", {**notice, "key": "k1", "backend": "smtp"}),
        ("notice", {**notice, "key": "k1", "backend": "teams", **settled}),
        ("notice", {**notice, "key": "k2", "backend": ""}),
        ("teams_chat", {"key": "chat", "token": None, "reference": body, "open_card": None, "welcomed": True,
                        "seen_at": AT}),
        ("teams_arrival", {"activity": "a2", "chat_key": "chat", "body": body, "at": LATER, "done_at": None}),
        ("teams_arrival", {"activity": "a1", "chat_key": "chat", "body": body, "at": AT, "done_at": None}),
        ("teams_arrival", {"activity": "a0", "chat_key": "chat", "body": None, "at": AT, "done_at": AT}),
        ("teams_sending", {"chat_key": "chat", "body": body, "attempts": 2, "due_at": AT, "at": AT}),
        ("teams_sending", {"chat_key": "chat", "body": body, "attempts": 0, "due_at": AT, "at": AT}),
    ]  # fmt: skip
    with engine.begin() as connection:
        for name, values in rows:
            connection.execute(insert(tables.tables[name]).values(values))


def a_draft(database: Sessions) -> tuple[int, int]:
    """The ids of a draft and of a lead."""
    given = {"conversation_id": "c1", "area": "walsall", "facts": {}, "assessment": ASSESSMENT, "own_words": "Words."}
    with database.begin() as session:
        lead = make_lead(session, email="sam@example.org", name="Sam", areas=["darlington"])
        draft = make_draft(session, **given)
        session.flush()
        return draft.id, lead.id


@pytest.mark.both
def test_what_waited_waits_in_order_by_the_kind_of_way_and_can_go_back(engine: Engine) -> None:
    database = sessions(engine)
    draft, lead = a_draft(database)
    to(engine, "0013")
    fill(engine, draft, lead)
    upgrade(engine)
    assert differences(engine) == []
    with database.begin() as session:
        found = {(item.way, item.key): item for item in session.scalars(select(Item))}
        assert {place: (item.done_at, item.attempts) for place, item in found.items() if item.referral_id} == {
            ("mail", "k1"): (None, 3),
            ("teams", "k1"): (AT, 3),
            ("", "k2"): (None, 3),
        }
        assert all(item.ends_at > now() for item in found.values() if item.due_at), (
            "what was stranded is tried once more"
        )
        [arrival] = lease(session, "teams_arrivals", "me", now(), 10)
        [sending] = lease(session, "teams_messages", "me", now(), 10)
        assert (arrival.key, arrival.lane, sending.attempts) == ("a1", "chat", 3)
        assert session.scalar(select(Item.body).where(Item.key == "a1")) == BODY
    to(engine, "0013")
    tables = MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        counted = {
            name: len(connection.execute(select(tables.tables[name])).all())
            for name in ("notice", "teams_arrival", "teams_sending")
        }
        backends = {row.backend for row in connection.execute(select(tables.tables["notice"]))}
    assert counted == {"notice": 3, "teams_arrival": 3, "teams_sending": 2}
    assert backends == {"smtp", "teams", ""}
