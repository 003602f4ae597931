"""How Alembic runs here: on the connection it is handed, else on the database of the settings."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from bot.settings import load_settings
from bot.storage.base import Base, Moment
from bot.storage.database import open_database
from bot.storage.encryption import SEALED
from bot.storage.migrate import load_models


def render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Our own column types as the plain ones they are stored as: old migrations must not import today's code."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return "sa.Text()" if kind == "type" and isinstance(item, SEALED) else False


def run(connection: Connection) -> None:
    """Run on this connection. Batch mode, because SQLite cannot change a column in place."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=render,
    )
    with context.begin_transaction():
        context.run_migrations()


def url() -> str:
    """The database's address: Alembic's own option where it is set, else the settings."""
    return context.config.get_main_option("sqlalchemy.url") or load_settings().database


load_models()
given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with open_database(url()).connect() as own:
        run(own)
