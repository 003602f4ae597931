"""Teams: chats, what came in, what is to be sent, leads' accounts.

Revision: 0009, after 0008.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "teams_chat",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("token", sa.Text(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("open_card", sa.Text(), nullable=True),
        sa.Column("welcomed", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_teams_chat")),
    )
    with op.batch_alter_table("teams_chat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_teams_chat_seen_at"), ["seen_at"], unique=False)

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
    with op.batch_alter_table("teams_arrival", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_teams_arrival_done_at"), ["done_at"], unique=False)
        batch_op.create_index("ix_teams_arrival_waiting", ["chat_key", "done_at", "at"], unique=False)

    op.create_table(
        "teams_lead",
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("chat_key", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["chat_key"], ["teams_chat.key"], name=op.f("fk_teams_lead_chat_key_teams_chat"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_teams_lead_lead_id_lead"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_teams_lead")),
    )
    with op.batch_alter_table("teams_lead", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_teams_lead_lead_id"), ["lead_id"], unique=False)

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
    with op.batch_alter_table("teams_sending", schema=None) as batch_op:
        batch_op.create_index("ix_teams_sending_chat", ["chat_key", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_teams_sending_due_at"), ["due_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("teams_sending", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_teams_sending_due_at"))
        batch_op.drop_index("ix_teams_sending_chat")

    op.drop_table("teams_sending")
    with op.batch_alter_table("teams_lead", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_teams_lead_lead_id"))

    op.drop_table("teams_lead")
    with op.batch_alter_table("teams_arrival", schema=None) as batch_op:
        batch_op.drop_index("ix_teams_arrival_waiting")
        batch_op.drop_index(batch_op.f("ix_teams_arrival_done_at"))

    op.drop_table("teams_arrival")
    with op.batch_alter_table("teams_chat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_teams_chat_seen_at"))

    op.drop_table("teams_chat")
