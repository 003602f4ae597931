"""Column types for what must not be readable in the database, its backups or its files.

What is sealed: all that was told or written about a case, and who to reach. What stays plain, because it is
searched, sorted or joined: reference, status, area, organisation, dates, numbers, who did what and when. A
sealed column cannot stand in a WHERE or ORDER BY; trying raises an error instead of finding nothing.

The keys belong to the engine (`open_database`), not to the process: two databases may have different keys.
"""

from __future__ import annotations

import json
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ClauseElement, ColumnElement, Dialect, Text, TypeDecorator
from sqlalchemy.sql import operators

from bot.storage.keyring import Keyring

_KEYS: WeakKeyDictionary[Dialect, Keyring] = WeakKeyDictionary()


def use_keys(dialect: Dialect, keyring: Keyring) -> None:
    """Seal and open with these keys on this engine's dialect."""
    _KEYS[dialect] = keyring


def keys_of(dialect: Dialect) -> Keyring:
    """The keys of the engine with this dialect; those of the settings where it was given none."""
    if dialect not in _KEYS:
        from bot.settings import load_settings

        _KEYS[dialect] = load_settings().keyring
    return _KEYS[dialect]


class SealedIsNotSearched(TypeError):
    """Raised when a sealed column is compared or sorted by."""


class _Refusing(TypeDecorator.Comparator[Any]):
    def operate(self, op: Any, *other: Any, **kwargs: Any) -> ColumnElement[Any]:
        # SQLAlchemy itself compares a column with a column, to tell whether they are the same.
        if op in (operators.is_, operators.is_not) or (other and isinstance(other[0], ClauseElement)):
            return super().operate(op, *other, **kwargs)
        raise SealedIsNotSearched(f"{self.expr} is sealed: it can be read, not compared, searched or sorted by")


class EncryptedText(TypeDecorator[str]):
    """Text, sealed in the database."""

    impl = Text
    cache_ok = True
    comparator_factory = _Refusing

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else keys_of(dialect).seal(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else keys_of(dialect).open(value)


class EncryptedJson(TypeDecorator[Any]):
    """A JSON value, sealed in the database. None is NULL."""

    impl = Text
    cache_ok = True
    comparator_factory = _Refusing

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else keys_of(dialect).seal(json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(keys_of(dialect).open(value))


SEALED = (EncryptedText, EncryptedJson)
"""The types of sealed columns: what `cspr encryption rotate` seals again and retention empties."""
