"""Opening the database: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

from bot.storage.encryption import use_keys
from bot.storage.keyring import Keyring

Sessions = sessionmaker[Session]


def open_database(url: str, keyring: Keyring | None = None) -> Engine:
    """An engine for the URL, whose sealed columns open with these keys (None: those of the settings).

    SQLite runs in WAL mode with foreign keys on, waits for a busy writer, and wipes what it deletes.
    """
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        if where.database and where.database != ":memory:":
            Path(where.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url)
        event.listen(engine, "connect", _pragmas)
    else:
        engine = create_engine(url, pool_pre_ping=True)
    if keyring is not None:
        use_keys(engine.dialect, keyring)
    return engine


PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=FULL", "secure_delete=ON")


def _pragmas(connection: Any, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def sessions(engine: Engine) -> Sessions:
    """A factory of sessions whose objects stay readable after commit."""
    return sessionmaker(engine, expire_on_commit=False)
