"""A database of each kind without any table, and what its files or tables hold as they are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from tests import databases

AsStored = Callable[[Engine], str]


@pytest.fixture(params=databases.BACKENDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database that no migration has seen."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'guide.db'}"
        return
    server = request.getfixturevalue("postgresql_url").set(database="postgres")
    with databases.postgresql_database(server) as made:
        engine = create_engine(made)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
        yield made.render_as_string(hide_password=False)


@pytest.fixture
def as_stored(tmp_path: Path) -> AsStored:
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
