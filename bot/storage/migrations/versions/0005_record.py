"""the record and its versions; how danger and organisations are sorted and compared

Revision: 0005, after 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "referral_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=50), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_referral_record_referral_id_referral")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_record")),
        sa.UniqueConstraint("referral_id", "version", name=op.f("uq_referral_record_referral_id")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.add_column(sa.Column("danger", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("organisation_key", sa.String(length=200), nullable=True))
        batch_op.create_index(batch_op.f("ix_referral_organisation_key"), ["organisation_key"], unique=False)
    # Which of the urgent ones are in danger now stands in a sealed column: each is sorted as not ruled out
    # until its draft is next written.
    op.execute("UPDATE referral SET danger = 1 WHERE urgent")
    op.execute("UPDATE referral SET organisation_key = lower(trim(organisation))")
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.alter_column("danger", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_organisation_key"))
        batch_op.drop_column("organisation_key")
        batch_op.drop_column("danger")
    op.drop_table("referral_record")
