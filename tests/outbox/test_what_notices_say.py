"""A notice says which reference, what is due and when, and whether it is urgent on that day; nothing of the case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.outbox.item import Item
from bot.referrals.decisions import decide
from bot.referrals.lead import find_lead
from bot.referrals.notices import notice_letter
from bot.referrals.referral import Referral
from bot.storage.database import Sessions
from tests.conftest import TODAY
from tests.outbox.conftest import find

CASES = [
    (
        -4,
        "Urgent: draft referral {}, overdue by 2 working days",
        "Thursday 19 November 2026, overdue by 2",
    ),
    (0, "Urgent: draft referral {}, due today", "Monday 23 November 2026, today"),
    (1, "Urgent: draft referral {}, due tomorrow", "Tuesday 24 November 2026, tomorrow"),
    (2, "Draft referral {}, due in 2 working days", "Wednesday 25 November 2026, in 2 working days"),
    (None, "Draft referral {}", ""),
]


@pytest.mark.parametrize(("days", "subject", "says"), CASES)
def test_a_mail_says_what_is_due_when(
    database: Sessions, draft: Any, days: int | None, subject: str, says: str
) -> None:
    reference = draft()
    due = None if days is None else TODAY + timedelta(days=days)
    letter = letter_of(database, danger=0, next_due=due)
    assert letter.subject == subject.format(reference)
    assert says in letter.text and says in letter.fields["what"]
    assert letter.fields["urgent"] == ("yes, read it now" if subject.startswith("Urgent") else "no")
    words = f"{letter.subject} {letter.text}".lower()
    assert not [word for word in ("died", "child has", "walsall", "baby") if word in words]


def test_danger_is_urgent_without_a_date_and_a_decided_one_is_no_draft(database: Sessions, draft: Any) -> None:
    reference = draft()
    assert letter_of(database, danger=2, next_due=None).subject == f"Urgent: draft referral {reference}"
    with database.begin() as session:
        lead = find_lead(session, "sam@example.org")
        assert lead is not None
        decide(session, find(session, reference), lead, "refer", "Because", with_gaps=True)
    assert letter_of(database, danger=2, next_due=None).subject == f"Urgent: referral {reference}"


def letter_of(database: Sessions, *, danger: int, next_due: date | None) -> Any:
    with database.begin() as session:
        session.execute(update(Referral).values(danger=danger, next_due=next_due))
    with database() as session:
        item = session.scalars(select(Item).order_by(Item.id)).first()
        assert item is not None
        return notice_letter(session, item, None, public_url="https://guide.test", today=lambda: TODAY)
