"""A session on a database of its own for each test (both backends), and what a finished check brings to a draft."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.drafts import make_draft
from bot.referrals.lead import Lead, make_lead
from bot.referrals.record.store import current_record, save_record
from bot.referrals.referral import Referral
from bot.storage.database import Sessions
from tests.filled_record import filled_around

Draft = Callable[..., Referral]


@pytest.fixture(autouse=True)
def on_a_fixed_day(fixed_today: None) -> None:
    """What follows from facts is worked out by the process's own settings here."""


@pytest.fixture
def session(database: Sessions) -> Iterator[Session]:
    with database() as opened:
        yield opened


@pytest.fixture
def assessment() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(__file__).with_name("assessment.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def draft(session: Session, assessment: dict[str, Any]) -> Draft:
    def make(*, whole: bool = False, **changes: Any) -> Referral:
        given = {
            "conversation_id": "c1",
            "area": "walsall",
            "facts": {"age_group": "under_18", "outcome": "died", "immediate_danger": "unknown"},
            "assessment": assessment,
            "own_words": "A two-year-old has died and we think she was neglected.",
        }
        made = make_draft(session, **(given | changes))
        if whole:
            check = current_record(session, made).record
            save_record(session, made, filled_around(check), "practitioner")
        return made

    return make


@pytest.fixture
def lead(session: Session) -> Lead:
    return make_lead(session, email="Sam.Lee@example.org", name="Sam Lee", areas=["walsall"])


@pytest.fixture
def other_lead(session: Session) -> Lead:
    return make_lead(session, email="kit@example.org", name="Kit Osei", areas=["walsall"])


@pytest.fixture
def lead_elsewhere(session: Session) -> Lead:
    return make_lead(session, email="jo@example.org", name="Jo Far", areas=["darlington"])
