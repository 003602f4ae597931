"""Bringing a database's tables up to date, with Alembic."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine

from bot.storage.base import Base

MIGRATIONS = Path(__file__).parent / "migrations"

ONE_AT_A_TIME = 0x6775696465
"""PostgreSQL's advisory lock for migrating: processes that start together on an empty database wait for the first."""

MODEL_MODULES = [
    "bot.storage.canary",
    "bot.dialogue.tables",
    "bot.channels.teams.tables",
    "bot.dialogue.resume_codes",
    "bot.referrals.lead",
    "bot.referrals.referral",
    "bot.referrals.event",
    "bot.referrals.record.version",
    "bot.outbox.item",
    "bot.housekeeping.deletion",
    "bot.referrals.access.form_link",
    "bot.referrals.access.request_link",
    "bot.referrals.access.lead_session",
    "bot.referrals.access.identity",
]
"""Every module that defines a table. By name, because storage lies below the rooms that use it."""


def load_models() -> None:
    """Import every module that defines a table, so that Base.metadata is whole."""
    for name in MODEL_MODULES:
        import_module(name)


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for this connection; `alembic.command` functions take it."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest version, all in one transaction."""
    with migrating(engine) as connection:
        command.upgrade(alembic_config(connection), "head")


def draw_up(engine: Engine, message: str) -> None:
    """Write a migration file holding the differences between this database and the models, to be reviewed."""
    with migrating(engine) as connection:
        command.revision(alembic_config(connection), message, autogenerate=True)


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction, in which tables may be changed.

    SQLite changes a table by making it anew and dropping the old one. With foreign keys on, that would delete
    every row that hangs from it, so they are off meanwhile and checked at the end.
    """
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
            yield connection
        return
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # Python's driver begins none before CREATE or DROP
            yield connection
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"migrating would leave rows of {broken[0][0]} hanging from nothing")
            connection.commit()
        finally:
            connection.rollback()
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        # What a migration sealed or deleted must not stay readable in the write-ahead log.
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def differences(engine: Engine) -> list[object]:
    """What the models have that the tables have not, or the other way round; empty when they agree."""
    load_models()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))
