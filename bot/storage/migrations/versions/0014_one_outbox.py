"""One outbox: notices, what came in from Teams and what goes out to it, in one table.

Notices given to a mail server by name belong to mail, whichever is set; what waited is tried for three days from now.
Going back, mails with sign-in links and what is done with are forgotten.

Revision: 0014, after 0013.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

UP = (
    """INSERT INTO outbox_item
        (key, kind, way, referral_id, lead_id, made_at, ends_at, due_at, attempts, done_at, given_up_at)
    SELECT key, kind, CASE WHEN backend IN ('smtp', 'govuk_notify', 'console') THEN 'mail' ELSE backend END,
        referral_id, lead_id, made_at, :notices_end, due_at, attempts, sent_at, given_up_at
    FROM notice WHERE backend IN ('', 'teams') OR id IN (
        SELECT MIN(id) FROM notice WHERE backend NOT IN ('', 'teams') GROUP BY key
    ) ORDER BY id""",
    """INSERT INTO outbox_item (key, kind, way, lane, body, made_at, ends_at, due_at, attempts, done_at)
    SELECT activity, 'arrival', 'teams_arrivals', chat_key, body, "at", :messages_end,
        CASE WHEN done_at IS NULL THEN "at" END, 0, done_at
    FROM teams_arrival ORDER BY id""",
    """INSERT INTO outbox_item (key, kind, way, lane, body, made_at, ends_at, due_at, attempts)
    SELECT 'sending-' || CAST(id AS VARCHAR(20)), 'message', 'teams_messages', chat_key, body, "at", :messages_end,
        due_at, attempts
    FROM teams_sending ORDER BY id""",
)
DOWN = (
    """INSERT INTO notice (key, kind, referral_id, lead_id, backend, made_at, due_at, attempts, sent_at, given_up_at)
    SELECT key, kind, referral_id, lead_id, CASE way WHEN 'mail' THEN 'smtp' ELSE way END, made_at, due_at, attempts,
        done_at, given_up_at
    FROM outbox_item WHERE referral_id IS NOT NULL ORDER BY id""",
    """INSERT INTO teams_arrival (activity, chat_key, body, "at", done_at)
    SELECT key, lane, body, made_at, COALESCE(done_at, given_up_at)
    FROM outbox_item WHERE way = 'teams_arrivals' AND lane IN (SELECT key FROM teams_chat) ORDER BY id""",
    """INSERT INTO teams_sending (chat_key, body, attempts, due_at, "at")
    SELECT lane, body, attempts, due_at, made_at
    FROM outbox_item WHERE way = 'teams_messages' AND due_at IS NOT NULL AND lane IN (SELECT key FROM teams_chat)
    ORDER BY id""",
)


def upgrade() -> None:
    op.create_table(
        "outbox_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("lane", sa.String(length=64), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("referral_id", sa.Integer(), nullable=True),
        sa.Column("lead_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", sa.String(length=32), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_outbox_item_lead_id_lead")),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_outbox_item_referral_id_referral")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_item")),
        sa.UniqueConstraint("key", "way", name=op.f("uq_outbox_item_key")),
    )
    with op.batch_alter_table("outbox_item", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_item_due", ["way", "due_at"], unique=False)
        batch_op.create_index("ix_outbox_item_lane", ["lane", "due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_item_referral_id"), ["referral_id"], unique=False)
    now = datetime.now(UTC)
    ends = {"notices_end": now + timedelta(days=3), "messages_end": now + timedelta(days=1)}
    for move in UP:
        [end] = [name for name in ends if f":{name}" in move]
        moment = sa.bindparam(end, ends[end], sa.DateTime(timezone=True))
        op.get_bind().execute(sa.text(move).bindparams(moment))
    for table in ("teams_sending", "teams_arrival", "notice"):
        op.drop_table(table)


def downgrade() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("backend", sa.String(length=20), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", sa.String(length=32), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_notice_lead_id_lead")),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_notice_referral_id_referral")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("key", "backend", name=op.f("uq_notice_key")),
    )
    op.create_table(
        "teams_arrival",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(length=64), nullable=False),
        sa.Column("chat_key", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["chat_key"], ["teams_chat.key"], name=op.f("fk_teams_arrival_chat_key_teams_chat"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams_arrival")),
        sa.UniqueConstraint("activity", name=op.f("uq_teams_arrival_activity")),
    )
    op.create_table(
        "teams_sending",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_key", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_key"], ["teams_chat.key"], name=op.f("fk_teams_sending_chat_key_teams_chat"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams_sending")),
    )
    for table, columns in (
        ("notice", ["due_at"]),
        ("notice", ["referral_id"]),
        ("teams_arrival", ["done_at"]),
        ("teams_sending", ["due_at"]),
    ):
        op.create_index(op.f(f"ix_{table}_{columns[0]}"), table, columns)
    op.create_index("ix_teams_arrival_waiting", "teams_arrival", ["chat_key", "done_at", "at"])
    op.create_index("ix_teams_sending_chat", "teams_sending", ["chat_key", "id"])
    for move in DOWN:
        op.execute(move)
    op.drop_table("outbox_item")
