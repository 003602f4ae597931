"""A lead, drafts, and settings with the defaults."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.referrals.drafts import make_draft
from bot.referrals.lead import make_lead
from bot.referrals.referral import Referral
from bot.settings import Settings
from bot.storage.database import Sessions
from tests.conftest import ROOT

ASSESSMENT = json.loads((ROOT / "tests/referrals/assessment.json").read_text(encoding="utf-8"))
MADE = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""When drafts are made: a Monday."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


@pytest.fixture
def draft(database: Sessions) -> Callable[..., Referral]:
    """Makes a draft, with a lead who may see it."""
    with database.begin() as session:
        make_lead(session, email="sam@example.org", name="Sam Lee", areas=["walsall"])

    def make(**changes: Any) -> Referral:
        given = {"conversation_id": "c1", "area": "walsall", "facts": {"outcome": "died"}, "assessment": ASSESSMENT,
                 "own_words": "A child has died.", "at": MADE}  # fmt: skip
        with database.begin() as session:
            return make_draft(session, **(given | changes))

    return make
