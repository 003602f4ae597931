"""Accounts of organisations; sessions bound to a browser and over when idle. Running sessions end: leads sign in again.

Revision: 0004, after 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lead_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.String(length=500), nullable=False),
        sa.Column("subject_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_identity_lead_id_lead")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_identity")),
        sa.UniqueConstraint("issuer", "subject_hash", name=op.f("uq_lead_identity_issuer")),
    )
    op.create_index(op.f("ix_lead_identity_lead_id"), "lead_identity", ["lead_id"], unique=False)
    op.execute("DELETE FROM lead_session")
    with op.batch_alter_table("lead_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False))
        batch_op.add_column(sa.Column("browser_hash", sa.String(length=64), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("lead_session", schema=None) as batch_op:
        batch_op.drop_column("browser_hash")
        batch_op.drop_column("seen_at")
    op.drop_index(op.f("ix_lead_identity_lead_id"), "lead_identity")
    op.drop_table("lead_identity")
