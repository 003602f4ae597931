"""What was told or written about a case is sealed.

Revision: 0002, after 0001.

The columns become text and what they hold is sealed with the newest key. This migration alone uses today's
code for it: only `Keyring` knows the keys, and its tokens carry their own version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import sqlalchemy as sa
from alembic import op

from bot.storage.encryption import keys_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEALED = {
    "conversations": ("id", ["offered"]),
    "dialogue_states": ("sender_id", ["state"]),
    "messages": ("id", ["text", "reply"]),
    "referral": ("id", ["facts", "assessment", "rules", "own_words", "contact"]),
    "referral_event": ("id", ["data"]),
}
"""Table: its key, and the columns to seal."""

PLAIN_TEXT = {("messages", "text"), ("referral", "own_words")}
AT_ONCE = 500


def upgrade() -> None:
    keyring = keys_of(op.get_bind().dialect)
    for table, (_, columns) in SEALED.items():
        for column in columns:
            _retype(table, column, sa.Text(), "text")
    _rewrite(lambda text: None if text == "null" else keyring.seal(text))


def downgrade() -> None:
    keyring = keys_of(op.get_bind().dialect)
    _rewrite(keyring.open)
    for table, (_, columns) in SEALED.items():
        for column in columns:
            if (table, column) not in PLAIN_TEXT:
                _retype(table, column, sa.JSON(), "json")


def _retype(table: str, column: str, to: sa.Text | sa.JSON, cast: str) -> None:
    with op.batch_alter_table(table) as batch:
        batch.alter_column(column, type_=to, postgresql_using=f"{column}::{cast}")


def _rewrite(change: Callable[[str], str | None]) -> None:
    bind = op.get_bind()
    for name, (key, columns) in SEALED.items():
        table = sa.table(name, sa.column(key), *(sa.column(column, sa.Text()) for column in columns))
        for row in _rows(bind, table, key):
            given = row._mapping
            new = {column: None if given[column] is None else change(given[column]) for column in columns}
            bind.execute(sa.update(table).where(table.c[key] == given[key]).values(new))


def _rows(bind: sa.Connection, table: sa.TableClause, key: str) -> Iterator[sa.Row[tuple[object, ...]]]:
    """Every row, some at a time, in the order of the key."""
    last: object = None
    while True:
        asked = sa.select(table).order_by(table.c[key]).limit(AT_ONCE)
        found: Sequence[sa.Row[tuple[object, ...]]] = bind.execute(
            asked if last is None else asked.where(table.c[key] > last)
        ).fetchall()
        if not found:
            return
        yield from found
        last = found[-1]._mapping[key]
