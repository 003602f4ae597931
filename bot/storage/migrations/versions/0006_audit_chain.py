"""Events are chained by hashes, their content stands apart, and the database refuses to change them.

Revision: 0006, after 0005.

A later migration that makes `referral_event` or `referral_event_content` anew on SQLite loses these triggers
and has to call `forbid` again. The hashes are those of bot/referrals/chain.py, written out here.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import UTC
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.storage.encryption import keys_of

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ERASED = """SELECT 1 FROM referral_event this JOIN referral_event other ON other.referral_id = this.referral_id
  WHERE this.id = OLD.event_id AND other.type = 'ContentDeleted'"""

SQLITE = [
    """CREATE TRIGGER event_never_changed BEFORE UPDATE ON referral_event
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER event_never_deleted BEFORE DELETE ON referral_event
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END""",
    f"""CREATE TRIGGER event_content_deleted_only_when_recorded BEFORE DELETE ON referral_event_content
  WHEN NOT EXISTS ({ERASED})
  BEGIN SELECT RAISE(ABORT, 'content is deleted only after its deletion is recorded'); END""",
]

POSTGRESQL = [
    """CREATE FUNCTION events_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'events are never changed or deleted'; END $$""",
    """CREATE TRIGGER event_never_changed BEFORE UPDATE OR DELETE ON referral_event
  FOR EACH ROW EXECUTE FUNCTION events_are_kept()""",
    """CREATE TRIGGER event_never_truncated BEFORE TRUNCATE ON referral_event
  FOR EACH STATEMENT EXECUTE FUNCTION events_are_kept()""",
    f"""CREATE FUNCTION content_is_kept_until_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS ({ERASED}) THEN
      RAISE EXCEPTION 'content is deleted only after its deletion is recorded';
    END IF;
    RETURN OLD;
  END $$""",
    """CREATE TRIGGER event_content_deleted_only_when_recorded BEFORE DELETE ON referral_event_content
  FOR EACH ROW EXECUTE FUNCTION content_is_kept_until_recorded()""",
    """CREATE TRIGGER event_content_never_truncated BEFORE TRUNCATE ON referral_event_content
  FOR EACH STATEMENT EXECUTE FUNCTION events_are_kept()""",
]


def upgrade() -> None:
    op.create_table(
        "referral_event_content",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["referral_event.id"], name=op.f("fk_referral_event_content_event_id_referral_event")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_referral_event_content")),
    )
    with op.batch_alter_table("referral_event") as batch:
        for name in ("commitment", "previous", "hash"):
            batch.add_column(sa.Column(name, sa.String(length=64), nullable=True))
    _chain_what_is_there()
    with op.batch_alter_table("referral_event") as batch:
        for name in ("commitment", "previous", "hash"):
            batch.alter_column(name, existing_type=sa.String(length=64), nullable=False)
        batch.drop_column("data")
    forbid()


def downgrade() -> None:
    bind = op.get_bind()
    for table in ("referral_event_content", "referral_event"):
        for name in (
            "event_content_deleted_only_when_recorded", "event_content_never_truncated",
            "event_never_changed", "event_never_deleted", "event_never_truncated",
        ):  # fmt: skip
            on = "" if bind.dialect.name == "sqlite" else f" ON {table}"
            op.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
    if bind.dialect.name != "sqlite":
        op.execute("DROP FUNCTION events_are_kept")
        op.execute("DROP FUNCTION content_is_kept_until_recorded")
    nothing = keys_of(bind.dialect).seal("{}")
    with op.batch_alter_table("referral_event") as batch:
        batch.add_column(sa.Column("data", sa.Text(), nullable=False, server_default=nothing))
    op.execute(
        "UPDATE referral_event SET data = (SELECT c.data FROM referral_event_content c WHERE c.event_id = id) "
        "WHERE id IN (SELECT event_id FROM referral_event_content)"
    )
    with op.batch_alter_table("referral_event") as batch:
        batch.alter_column("data", existing_type=sa.Text(), server_default=None)
        for name in ("commitment", "previous", "hash"):
            batch.drop_column(name)
    op.drop_table("referral_event_content")


def forbid() -> None:
    """Have the database refuse changes of events, and deletions of content before they are recorded."""
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _chain_what_is_there() -> None:
    bind = op.get_bind()
    keyring = keys_of(bind.dialect)
    event = sa.table(
        "referral_event",
        *(sa.column(name) for name in ("id", "referral_id", "n", "type", "actor", "commitment", "previous", "hash")),
        sa.column("at", sa.DateTime(timezone=True)), sa.column("data", sa.Text()),
    )  # fmt: skip
    content = sa.table("referral_event_content", sa.column("event_id"), sa.column("salt"), sa.column("data"))
    referral = sa.table("referral", sa.column("id"), sa.column("reference"))
    references = dict(bind.execute(sa.select(referral.c.id, referral.c.reference)).tuples().all())
    newest: dict[int, str] = {}
    for row in bind.execute(sa.select(event).order_by(event.c.referral_id, event.c.n)).fetchall():
        salt, data = secrets.token_hex(32), json.loads(keyring.open(row.data))
        commitment = hashlib.sha256(f"{salt} {_canonical(data)}".encode()).hexdigest()
        at = row.at.replace(tzinfo=UTC) if row.at.tzinfo is None else row.at.astimezone(UTC)
        link = {
            "reference": references[row.referral_id], "n": row.n, "type": row.type, "actor": row.actor,
            "at": at.isoformat(timespec="microseconds"), "commitment": commitment,
            "previous": newest.get(row.referral_id, "0" * 64),
        }  # fmt: skip
        newest[row.referral_id] = hashed = hashlib.sha256(_canonical(link).encode()).hexdigest()
        bind.execute(sa.insert(content).values(event_id=row.id, salt=keyring.seal(salt), data=row.data))
        chained = {"commitment": commitment, "previous": link["previous"], "hash": hashed}
        bind.execute(sa.update(event).where(event.c.id == row.id).values(chained))


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
