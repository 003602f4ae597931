"""Opening the database: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.abc import PQGen
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm import Session, sessionmaker

from bot.storage.encryption import use_keys
from bot.storage.keyring import Keyring

Sessions = sessionmaker[Session]

AWAY = (DBAPIError, NoConnectionFree)
"""What is raised when the database is locked, full, out of reach or too slow."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that the database may take: `connect` for a connection, `lock` for a lock, `answer` for one statement."""

    connect: int
    lock: float
    answer: float


SERVING = Limits(connect=2, lock=2.0, answer=2.5)
"""Somebody waits for the answer: a new connection and one statement together stay under five seconds."""

PATIENT = Limits(connect=10, lock=30.0, answer=3600.0)
"""Migrations, retention, commands: nobody waits, and there may be much to do."""


def open_database(url: str, keyring: Keyring | None = None, limits: Limits = PATIENT) -> Engine:
    """An engine for the URL, whose sealed columns open with these keys (None: those of the settings).

    SQLite runs in WAL mode with foreign keys on, waits for a busy writer, and wipes what it deletes. No call takes
    longer than `limits` say; then it raises one of AWAY. No error tells what was to be stored.
    """
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        in_file = bool(where.database) and where.database != ":memory:"
        if in_file:
            Path(str(where.database)).parent.mkdir(parents=True, exist_ok=True)
        pool = {"pool_timeout": limits.connect} if in_file else {}
        engine = create_engine(where, hide_parameters=True, **pool)
        event.listen(engine, "connect", _pragmas(limits))
    else:
        where = where.set(drivername="postgresql+psycopg")
        engine = create_engine(where, hide_parameters=True, pool_pre_ping=True, pool_timeout=limits.connect)
        event.listen(engine, "do_connect", _connecting(limits))
    if keyring is not None:
        use_keys(engine.dialect, keyring)
    return engine


PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "secure_delete=ON")


def _pragmas(limits: Limits) -> Any:
    def set_them(connection: Any, _record: object) -> None:
        waits = limits.connect + limits.lock  # it connects in no time, and all writers share one lock
        for pragma in (f"busy_timeout={waits * 1000:.0f}", *PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")

    return set_them


class LimitedConnection(psycopg.Connection[Any]):
    """A connection that waits so long for an answer and no longer, whatever became of the server and the way to it.

    The server's own limits cannot help where nothing comes back, nor TCP's where something on the way acknowledges.
    """

    answer: float | None = None

    def wait(self, gen: PQGen[Any], *args: Any, **kwargs: Any) -> Any:
        """Raises psycopg.OperationalError when the answer does not come in time; the connection is closed then."""
        try:
            return super().wait(gen, *args, **{"timeout": self.answer, **kwargs})
        except psycopg.errors._WaitTimeout:
            self.pgconn.finish()
            raise psycopg.OperationalError("no answer in time") from None


def _connecting(limits: Limits) -> Any:
    tcp = {"keepalives_idle": 10, "keepalives_interval": 3, "keepalives_count": 3, "tcp_user_timeout": 10_000}
    settings = {"lock_timeout": limits.lock, "statement_timeout": limits.answer * 0.9}  # the server speaks first
    told = ", ".join(f"set_config('{name}', '{seconds * 1000:.0f}', false)" for name, seconds in settings.items())

    def connect(_dialect: object, _record: object, _args: object, given: dict[str, Any]) -> LimitedConnection:
        connection = LimitedConnection.connect(**{**tcp, **given, "connect_timeout": limits.connect})
        connection.answer = limits.answer
        connection.execute(f"SELECT {told}")
        connection.commit()
        return connection

    return connect


def sessions(engine: Engine) -> Sessions:
    """A factory of sessions whose objects stay readable after commit."""
    return sessionmaker(engine, expire_on_commit=False)
