"""Sealing everything stored again with the newest key, while the service runs, so that an old key can be retired."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Engine, Select, Table, Text, func, select, tuple_, type_coerce, update

from bot.storage.base import Base
from bot.storage.encryption import SEALED, keys_of
from bot.storage.keyring import Keyring
from bot.storage.migrate import load_models

AT_ONCE = 200
"""Rows a transaction: the service waits for no longer than these take."""


@dataclass(frozen=True)
class Progress:
    """Of one table: rows looked at so far, of how many, and values sealed again so far."""

    table: str
    rows: int
    of: int
    resealed: int


def sealed_columns(table: Table) -> list[Column[Any]]:
    """The columns of the table whose values are sealed."""
    return [column for column in table.columns if isinstance(column.type, SEALED)]


def reseal(engine: Engine, at_once: int = AT_ONCE) -> Iterator[Progress]:
    """Seal again, a batch a transaction, what an older key sealed; yields progress after each batch.

    It can be stopped and begun again at any time. A value that the service changes meanwhile is left to the
    service, which uses the newest key. Raises SealedByAnotherKey.
    """
    load_models()
    keyring = keys_of(engine.dialect)
    for table in Base.metadata.sorted_tables:
        if sealed_columns(table):
            yield from _reseal_table(engine, table, keyring, at_once)


def _reseal_table(engine: Engine, table: Table, keyring: Keyring, at_once: int) -> Iterator[Progress]:
    with engine.connect() as connection:
        of = connection.scalar(select(func.count()).select_from(table)) or 0
    rows = resealed = 0
    last: tuple[Any, ...] | None = None
    while True:
        with engine.begin() as connection:
            found = connection.execute(_batch(table, last, at_once)).fetchall()
            resealed += sum(_reseal_row(connection, table, keyring, tuple(row)) for row in found)
        if not found:
            return
        rows += len(found)
        last = tuple(found[-1])[: len(table.primary_key)]
        yield Progress(table.name, rows, max(of, rows), resealed)


def _batch(table: Table, last: tuple[Any, ...] | None, at_once: int) -> Select[Any]:
    key = list(table.primary_key)
    tokens = [type_coerce(column, Text()) for column in sealed_columns(table)]
    asked = select(*key, *tokens).order_by(*key).limit(at_once)
    return asked if last is None else asked.where(tuple_(*key) > tuple_(*last))


def _reseal_row(connection: Connection, table: Table, keyring: Keyring, row: tuple[Any, ...]) -> int:
    """How many values of the row were sealed again: those that nobody changed since they were read."""
    key = list(table.primary_key)
    this = [column == value for column, value in zip(key, row, strict=False)]
    done = 0
    for column, token in zip(sealed_columns(table), row[len(key) :], strict=True):
        if token is None or keyring.is_newest(token):
            continue
        unchanged = type_coerce(column, Text()) == token
        new = type_coerce(keyring.seal_again(token), Text())
        done += connection.execute(update(table).where(*this, unchanged).values({column: new})).rowcount
    return done
