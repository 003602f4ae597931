"""an index that holds all that the inbox counts, filters and sorts by

Revision: 0012, after 0011.
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

COLUMNS = [
    "erased_at",
    "status",
    "danger",
    "next_due",
    "created_at",
    "claimed_by",
    "area",
    "organisation_key",
    "reference",
]
SHORTER = {
    "ix_referral_inbox": ["status", "urgent", "next_due"],
    "ix_referral_area": ["area"],
    "ix_referral_organisation_key": ["organisation_key"],
    "ix_referral_erased_at": ["erased_at"],
}


def upgrade() -> None:
    for name in SHORTER:
        op.drop_index(name, table_name="referral")
    op.create_index("ix_referral_listing", "referral", COLUMNS, unique=False)


def downgrade() -> None:
    op.drop_index("ix_referral_listing", table_name="referral")
    for name, columns in SHORTER.items():
        op.create_index(name, "referral", columns, unique=False)
