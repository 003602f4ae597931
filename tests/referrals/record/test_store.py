"""One version a save, none lost, none by halves, and who changed what from what to what."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.referrals.decisions import decide
from bot.referrals.history import events_of
from bot.referrals.lead import Lead
from bot.referrals.problems import AlreadyDecided
from bot.referrals.record.changes import edits
from bot.referrals.record.record import Record
from bot.referrals.record.store import current_record, save_record, versions
from tests.filled_record import filled_record


def with_role(record: Record, role: str) -> Record:
    return record.having("referrer", record.referrer.model_copy(update={"role": role}))


def test_a_new_draft_has_a_record_that_the_check_filled(session: Session, draft: Any) -> None:
    saved = current_record(session, draft())
    assert (saved.version, saved.actor) == (1, "practitioner")
    assert saved.record.harm.what == "died"
    assert saved.record.incident.summary == "A two-year-old has died and we think she was neglected."


def test_each_save_is_a_version_and_the_same_again_is_none(session: Session, draft: Any) -> None:
    referral = draft()
    record = filled_record()
    assert save_record(session, referral, record, "practitioner").version == 2
    assert save_record(session, referral, record, "practitioner").version == 2
    assert [each.version for each in versions(session, referral)] == [1, 2]
    assert current_record(session, referral).record == record
    event = events_of(session, referral)[-1]
    assert (event.type, event.data["version"]) == ("RecordSaved", 2)
    assert "referrer" in event.data["sections"]


def test_an_event_holds_no_word_of_the_record(session: Session, draft: Any) -> None:
    referral = draft()
    save_record(session, referral, with_role(Record(), "MARKER-7731"), "practitioner")
    assert "MARKER" not in str([event.data for event in events_of(session, referral)])


def test_no_word_of_the_record_can_be_read_in_the_table(session: Session, draft: Any) -> None:
    save_record(session, draft(), with_role(Record(), "MARKER-7731"), "practitioner")
    assert "MARKER" not in str(session.execute(text("SELECT data FROM referral_record")).all())


def test_what_changed_is_told_with_old_new_and_who(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    first = current_record(session, referral).record
    save_record(session, referral, with_role(first, "Nurse"), "practitioner")
    save_record(session, referral, with_role(first, "Named nurse"), f"lead:{lead.id}")
    found = edits(versions(session, referral))
    assert [(e.actor, [(c.label, c.old, c.new) for c in e.changes]) for e in found] == [
        ("practitioner", [("You and your organisation: Your role", "", "Nurse")]),
        (f"lead:{lead.id}", [("You and your organisation: Your role", "Nurse", "Named nurse")]),
    ]


def test_the_organisation_of_the_record_is_the_drafts(session: Session, draft: Any) -> None:
    referral = draft()
    record = Record.model_validate({"referrer": {"organisation": "Bloxwich  School"}})
    save_record(session, referral, record, "practitioner")
    assert (referral.organisation, referral.organisation_key) == ("Bloxwich  School", "bloxwich school")


def test_a_decided_record_takes_nothing_but_where_it_was_sent(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    record = filled_record()
    save_record(session, referral, record, "practitioner")
    decide(session, referral, lead, "refer", "Because")
    with pytest.raises(AlreadyDecided):
        save_record(session, referral, with_role(record, "Other"), "practitioner")
    sending = record.sending.model_copy(update={"to": "The partnership"})
    assert save_record(session, referral, record.having("sending", sending), f"lead:{lead.id}").version == 3


def test_new_answers_in_the_chat_reach_the_record(session: Session, draft: Any) -> None:
    referral = draft()
    draft(facts={"age_group": "unborn", "outcome": "died"})
    saved = current_record(session, referral)
    assert (saved.version, saved.record.children.children[0].age) == (2, "unborn")


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError):
        Record.model_validate({"referrer": {"role": "Nurse", "salary": "1"}})
