"""Whoever changes a record behind the program's back is found out, and the database itself stands in the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from bot.cli import app
from bot.referrals.audit import first_broken_link, verify_all
from bot.referrals.chain import BEFORE_THE_FIRST
from bot.referrals.decisions import decide
from bot.referrals.event import EventContent, EventsAreKept, Happened, ReferralEvent
from bot.referrals.history import append, events_of, head_of
from bot.referrals.lead import Lead
from bot.referrals.referral import Referral
from bot.settings import load_settings
from tests.databases import sealing_key

pytestmark = pytest.mark.both

Draft = Callable[..., Referral]
TRIGGERS = ("event_never_changed", "event_never_deleted", "event_content_deleted_only_when_recorded")


@pytest.fixture
def decided(session: Session, draft: Draft, lead: Lead) -> Referral:
    """A record with four events, beside another."""
    referral = draft()
    decide(session, referral, lead, "other_route", "The test is met.", route="LADO")
    draft(conversation_id="c2")
    session.commit()
    return referral


@pytest.fixture
def behind(session: Session) -> Callable[[Any], None]:
    """Do something as somebody with the database's own password can: past its triggers."""

    def execute(statement: Any) -> None:
        if session.get_bind().dialect.name == "sqlite":
            for name in TRIGGERS:
                session.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        else:
            session.execute(text("SET LOCAL session_replication_role = replica"))
        session.execute(statement)
        session.commit()

    return execute


def event(referral: Referral, n: int) -> Any:
    return (ReferralEvent.referral_id == referral.id) & (ReferralEvent.n == n)


def found(session: Session) -> list[str]:
    session.expunge_all()
    return [str(broken) for broken in verify_all(session) if broken]


def test_records_that_nobody_touched_are_whole(session: Session, decided: Referral) -> None:
    assert list(verify_all(session)) == [None, None]
    events = events_of(session, decided)
    assert head_of(session, decided) == events[-1].hash
    assert [event.previous for event in events] == [BEFORE_THE_FIRST, *(event.hash for event in events[:-1])]


@pytest.mark.parametrize("statement", [
    update(ReferralEvent).where(ReferralEvent.n == 1).values(actor="lead:1"),
    delete(ReferralEvent).where(ReferralEvent.n == 4),
    delete(EventContent),
])  # fmt: skip
def test_the_database_refuses_to_change_or_delete_an_event(session: Session, decided: Referral, statement: Any) -> None:
    with pytest.raises(DBAPIError, match=r"never|only after"):
        session.execute(statement)
    session.rollback()
    assert found(session) == []


def test_the_program_refuses_to_change_an_event(session: Session, decided: Referral) -> None:
    events_of(session, decided)[0].actor = "lead:1"
    with pytest.raises(EventsAreKept):
        session.flush()


@pytest.mark.parametrize(("n", "values", "sentence"), [
    (2, {"actor": "lead:1"}, "event 2: was changed after it was written"),
    (3, {"at": datetime(2026, 1, 1, tzinfo=UTC)}, "event 3: was changed after it was written"),
    (4, {"type": "Opened"}, "event 4: was changed after it was written"),
    (3, {"previous": "0" * 64}, "event 3: does not follow from the event before it"),
    (3, {"n": 9}, "event 3: found event 4 in its place"),
])  # fmt: skip
def test_an_event_changed_behind_the_programs_back_is_found(
    session: Session, decided: Referral, behind: Any, n: int, values: dict[str, Any], sentence: str
) -> None:
    behind(update(ReferralEvent).where(event(decided, n)).values(values))
    assert found(session) == [f"{decided.reference}, {sentence}"]


@pytest.mark.parametrize(("values", "sentence"), [
    ({"status": "NOT_REFERRED"}, "the referral does not stand where its events left it"),
    ({"claimed_by": None}, "the referral does not stand where its events left it"),
    ({"own_words": "Nothing happened."}, "the draft does not say what was written last"),
    ({"last_event": 5}, "found 4 events, expected 5"),
])  # fmt: skip
def test_a_draft_changed_behind_the_programs_back_is_found(
    session: Session, decided: Referral, behind: Any, values: dict[str, Any], sentence: str
) -> None:
    behind(update(Referral).where(Referral.id == decided.id).values(values))
    assert found(session) == [f"{decided.reference}, event 4: {sentence}"]


def test_changed_or_missing_content_is_found(session: Session, decided: Referral, behind: Any) -> None:
    this = EventContent.event_id == events_of(session, decided)[3].id
    behind(update(EventContent).where(this).values(data={"decision": "not_referred"}))
    assert found(session) == [f"{decided.reference}, event 4: its content was changed after it was written"]
    behind(delete(EventContent).where(this))
    assert found(session) == [f"{decided.reference}, event 4: its content is gone, and no deletion is recorded"]


def test_leaving_an_event_out_is_found(session: Session, decided: Referral) -> None:
    events = events_of(session, decided)
    for left_out in range(len(events) - 1):
        kept = [event for n, event in enumerate(events) if n != left_out]
        assert first_broken_link(decided.reference, kept) is not None


def test_an_event_slipped_in_is_found(session: Session, decided: Referral, behind: Any) -> None:
    forged = {"referral_id": decided.id, "n": 5, "type": "Opened", "actor": "lead:1", "at": decided.updated_at,
              "commitment": "0" * 64, "previous": head_of(session, decided), "hash": "f" * 64}  # fmt: skip
    behind(insert(ReferralEvent).values(forged))
    assert found(session) == [f"{decided.reference}, event 5: was changed after it was written"]


def test_content_goes_only_after_its_deletion_is_recorded_and_the_chain_stays_whole(
    session: Session, decided: Referral
) -> None:
    ids = [event.id for event in events_of(session, decided)]
    append(session, decided, Happened.CONTENT_DELETED, "retention")
    session.execute(delete(EventContent).where(EventContent.event_id.in_(ids)))
    session.commit()
    assert found(session) == []
    assert [dict(event.data) for event in events_of(session, decided)] == [{}] * 5


def test_the_command_says_whole_or_names_the_first_broken_link(
    session: Session, database_url: str, decided: Referral, behind: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSPR_ENCRYPTION_KEYS", sealing_key())
    monkeypatch.setenv("CSPR_DATABASE_URL", database_url)
    load_settings.cache_clear()
    this = ["--reference", decided.reference, "--head"]
    whole = CliRunner().invoke(app, ["audit", "verify", "--json", *this, head_of(session, decided)])
    assert (whole.exit_code, json.loads(whole.stdout)) == (0, {"records": 2, "whole": True, "head_is_event": 4})
    other = CliRunner().invoke(app, ["audit", "verify", *this, "0" * 64])
    assert (other.exit_code, other.stderr.count("\n")) == (2, 1)
    behind(update(ReferralEvent).where(event(decided, 2)).values(actor="nobody"))
    broken = CliRunner().invoke(app, ["audit", "verify"])
    load_settings.cache_clear()
    assert broken.exit_code == 2
    assert broken.stderr.strip() == (
        f"audit chain: found {decided.reference}, event 2: was changed after it was written, "
        "expected every event as it was written"
    )
