"""Deleting rows together with all that hangs from them by a foreign key, whatever tables there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Column, Table, delete, select
from sqlalchemy.orm import Session

from bot.storage.base import Base


def delete_hanging(session: Session, table: Table, ids: Collection[Any], keep: Collection[str] = ()) -> None:
    """Delete every row that refers to these rows of the table, and what refers to those; not the rows themselves.

    Tables named in `keep` are left as they are. The table's key is one column.
    """
    if not ids:
        return
    for child, column in _children(table):
        if child.name not in keep:
            referring = column.in_(list(ids))
            if next(_children(child), None) is not None:
                [key] = child.primary_key
                delete_hanging(session, child, session.scalars(select(key).where(referring)).all(), keep)
            session.execute(delete(child).where(referring))


def delete_with_hanging(session: Session, table: Table, ids: Collection[Any]) -> None:
    """Delete these rows and all that hangs from them."""
    delete_hanging(session, table, ids)
    [key] = table.primary_key
    session.execute(delete(table).where(key.in_(list(ids))))


def _children(table: Table) -> Iterator[tuple[Table, Column[Any]]]:
    [key] = table.primary_key
    for child in Base.metadata.sorted_tables:
        for column in child.columns:
            if child is not table and any(foreign.column is key for foreign in column.foreign_keys):
                yield child, column
