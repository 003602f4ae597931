"""links to the form; leads' organisations and deputies

Revision: 0011, after 0010.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "form_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_form_link_referral_id_referral")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_form_link_token_hash")),
    )
    with op.batch_alter_table("form_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_form_link_referral_id"), ["referral_id"], unique=False)
    op.create_table(
        "lead_cover",
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("deputy_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["deputy_id"], ["lead.id"], name=op.f("fk_lead_cover_deputy_id_lead")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_cover_lead_id_lead")),
        sa.PrimaryKeyConstraint("lead_id", "deputy_id", name=op.f("pk_lead_cover")),
    )
    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.add_column(sa.Column("organisations", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.alter_column("organisations", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.drop_column("organisations")
    op.drop_table("lead_cover")
    with op.batch_alter_table("form_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_form_link_referral_id"))
    op.drop_table("form_link")
