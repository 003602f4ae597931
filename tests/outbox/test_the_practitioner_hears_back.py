"""What a lead asks or decides reaches the practitioner, by a mail without a word of the case."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.outbox.item import Item
from bot.outbox.way import GiveUp
from bot.referrals.decisions import decide
from bot.referrals.lead import Lead, find_lead
from bot.referrals.notices import Kind
from bot.referrals.practitioner_notices import Told, practitioner_letter
from bot.referrals.problems import NotWithLead
from bot.referrals.questions import note_told
from bot.referrals.record.store import current_record, save_record
from bot.referrals.reminding import remind_of_waiting, unanswered
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.outbox.conftest import Kept, find

DECISIONS = [
    ("needs_information", Told.ASKED),
    ("refer", Told.DECIDED),
    ("not_referred", Told.DECIDED),
    ("other_route", Told.DECIDED),
]


def lead_of(session: Any) -> Lead:
    lead = find_lead(session, "sam@example.org")
    assert lead is not None
    return lead


def leave(session: Any, reference: str, contact: str | None) -> None:
    """The practitioner writes how to reach them into the form."""
    referral = find(session, reference)
    record = current_record(session, referral).record
    referrer = record.referrer.model_copy(update={"contact": contact})
    save_record(session, referral, record.having("referrer", referrer), "practitioner")


def mails(session: Any) -> list[Item]:
    return list(session.scalars(select(Item).where(Item.kind.in_(list(Told)))))


@pytest.mark.parametrize(("decision", "kind"), DECISIONS)
@pytest.mark.parametrize("contact", ["jo@city.example", "01922 000000", None])
def test_the_practitioner_is_told_that_there_is_something_to_read(
    database: Sessions, draft: Any, decision: str, kind: Told, contact: str | None
) -> None:
    reference = draft()
    with database.begin() as session:
        leave(session, reference, contact)
        decide(
            session,
            find(session, reference),
            lead_of(session),
            decision,
            "Was Zebedee hurt?",
            route="LADO",
            with_gaps=True,
        )
    with database() as session:
        found = mails(session)
        if contact is None or "@" not in contact:
            assert found == []
            return
        [item] = found
        letter = practitioner_letter(session, item, None, public_url="https://guide.test")
    assert (item.kind, item.lead_id, letter.to) == (kind, None, contact)
    assert reference in letter.text and letter.fields["link"] == "https://guide.test/form"
    words = f"{letter.subject} {letter.text}".lower()
    assert not [word for word in ("zebedee", "hurt", "died", "child", "lado", "refer to", "token") if word in words]


def test_an_address_that_was_taken_back_gets_nothing(database: Sessions, draft: Any) -> None:
    reference = draft()
    with database.begin() as session:
        leave(session, reference, "jo@city.example")
        decide(session, find(session, reference), lead_of(session), "needs_information", "How old?")
        leave(session, reference, None)
    with database() as session, pytest.raises(GiveUp):
        practitioner_letter(session, mails(session)[0], None, public_url="https://guide.test")


def test_while_it_waits_the_lead_is_reminded_until_the_practitioner_answers(
    database: Sessions, draft: Any, deliver: Any, way: Kept
) -> None:
    reference, day = draft(), timedelta(hours=24)
    with database.begin() as session:
        referral = find(session, reference)
        with pytest.raises(NotWithLead):
            note_told(session, referral, lead_of(session))
        decide(session, referral, lead_of(session), "needs_information", "How old?")
    deliver()
    way.messages.clear()

    def rounds(hours: float) -> int:
        at = now() + timedelta(hours=hours)
        with database.begin() as session:
            return sum(remind_of_waiting(session, number, at, day) for number in unanswered(session, at, day))

    assert [rounds(hours) for hours in (23, 25, 26, 50)] == [0, 1, 0, 1]
    deliver()
    assert [(each.email, each.kind) for each in way.messages] == [("sam@example.org", Kind.WAITING)] * 2
    with database.begin() as session:
        note_told(session, find(session, reference), lead_of(session), at=now() + timedelta(hours=51))
    assert rounds(74.5) == 0
    draft(facts={"outcome": "died", "age_group": "under_18"})
    assert rounds(400) == 0
