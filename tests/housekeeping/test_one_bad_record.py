"""One record or rule that fails stops no other: it is logged without a word of the case, counted, and tried again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from prometheus_client import REGISTRY
from sqlalchemy import select, update
from typer.testing import CliRunner

from bot.cli import app
from bot.housekeeping import retention, rounds
from bot.housekeeping.retention import RetentionFailed, apply_retention
from bot.housekeeping.rounds import Rounds
from bot.outbox.item import Item
from bot.referrals.erasing import erase
from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.referral import Referral
from bot.settings import Settings, load_settings
from bot.storage.database import Sessions
from tests.databases import sealing_key
from tests.housekeeping.conftest import MADE

Draft = Callable[..., Referral]
SECRET = "a sentence about a child"


def failures(task: str) -> float:
    return REGISTRY.get_sample_value("cspr_housekeeping_failures_total", {"task": task}) or 0


def breaks_on(number: int, real: Callable[..., Any]) -> Callable[..., Any]:
    """The real thing, but for the record with this id."""

    def work(session: Any, record: Any, *more: Any) -> Any:
        if (record if isinstance(record, int) else record.id) == number:
            raise RuntimeError(SECRET)
        return real(session, record, *more)

    return work


@pytest.fixture
def two(database: Sessions, draft: Draft) -> tuple[int, int]:
    """Two drafts with a date; the first is the bad one."""
    numbers = draft().id, draft(conversation_id="c2").id
    with database.begin() as session:
        session.execute(update(Referral).values(next_due=date(2026, 11, 30)))
    return numbers


@pytest.mark.parametrize(
    ("task", "function", "happened"),
    [("escalation", "escalate", Happened.ESCALATED), ("reminders", "remind", Happened.REMINDED)],
)
def test_a_draft_that_fails_stops_no_other(
    database: Sessions, settings: Settings, two: tuple[int, int], monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture, task: str, function: str, happened: Happened,
) -> None:  # fmt: skip
    monkeypatch.setattr(rounds, function, breaks_on(two[0], getattr(rounds, function)))
    before = failures(task)
    made = Rounds(database, settings.model_copy(update={"today": date(2026, 11, 30)}))
    made.make(MADE + timedelta(days=7))
    with database() as session:
        done = session.scalars(select(ReferralEvent.referral_id).where(ReferralEvent.type == happened)).all()
    assert list(done) == [two[1]]
    assert failures(task) == before + 1
    assert f"{task} failed: RuntimeError" in caplog.text and SECRET not in caplog.text
    assert made.retention_done is not None


def test_a_record_that_cannot_be_erased_stops_no_other(
    database: Sessions, settings: Settings, two: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "erase", breaks_on(two[0], erase))
    with pytest.raises(RetentionFailed, match="undecided_drafts"):
        apply_retention(database, settings, MADE + timedelta(days=181))
    with database() as session:
        erased = session.scalars(select(Referral.id).where(Referral.erased_at.is_not(None))).all()
    assert list(erased) == [two[1]]


def test_a_rule_that_fails_stops_no_other_and_is_tried_again(
    database: Sessions, settings: Settings, two: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Rounds(database, settings)
    with monkeypatch.context() as broken:
        broken.setattr(retention, "due_for_erasing", lambda *_: 1 / 0)
        made.make(MADE + timedelta(days=181))
        assert made.retention_done is None
    with database.begin() as session:
        session.execute(update(Item).values(done_at=MADE, due_at=None))
    with monkeypatch.context() as broken:
        broken.setattr(retention, "due_for_erasing", lambda *_: 1 / 0)
        with pytest.raises(RetentionFailed) as failed:
            apply_retention(database, settings, MADE + timedelta(days=181))
    assert str(failed.value) == "not deleted: undecided_drafts, decided_records"
    with database() as session:
        assert not session.scalars(select(Item.id)).all(), "the rule for notices was not applied"
    made.make(MADE + timedelta(days=181))
    assert made.retention_done is not None


def test_the_command_says_what_it_could_not_delete(
    database: Sessions, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "due_for_erasing", lambda *_: 1 / 0)
    monkeypatch.setenv("CSPR_ENCRYPTION_KEYS", sealing_key())
    monkeypatch.setenv("CSPR_DATABASE_URL", database_url)
    load_settings.cache_clear()
    ran = CliRunner().invoke(app, ["retention", "run"])
    load_settings.cache_clear()
    assert ran.exit_code == 1
    assert ran.stderr.splitlines()[-1].startswith("Retention: not deleted: undecided_drafts, decided_records")
