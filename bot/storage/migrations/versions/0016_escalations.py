"""how often a draft was escalated since it last changed hands

Revision: 0016, after 0015.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Counted from here on, or the first audit would find rows that their events do not add up to.
    since = (
        "SELECT coalesce(max(held.n), 0) FROM referral_event AS held WHERE held.referral_id = referral.id"
        " AND held.type IN ('Claimed', 'HandedOver', 'Released')"
    )
    count = (
        "SELECT count(*) FROM referral_event AS event WHERE event.referral_id = referral.id"
        " AND event.type = 'Escalated' AND event.n > "
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.add_column(sa.Column("escalations", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE referral SET escalations = (" + count + "(" + since + "))")  # noqa: S608 - no input in it
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.alter_column("escalations", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_column("escalations")
