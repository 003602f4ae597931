"""Reading the record and saving it, one version a save."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.referrals.event import Happened
from bot.referrals.history import append, hold_row
from bot.referrals.judging import Judge, judge_again
from bot.referrals.problems import AlreadyDecided
from bot.referrals.record.prefill import prefilled
from bot.referrals.record.record import Record
from bot.referrals.record.same_facts import carried_over, differences
from bot.referrals.record.version import RecordVersion
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED
from bot.storage.base import now

CHECK = "check"
"""Beside the facts in force: what the check itself was told, where a person has changed that since."""


class Saved(NamedTuple):
    """A version of the record: its number (0 before anything was saved), who saved it and when."""

    record: Record
    version: int
    actor: str = ""
    at: datetime | None = None


def current_record(session: Session, referral: Referral) -> Saved:
    """The newest version; before there is one, what the check fills."""
    newest = select(RecordVersion).where(RecordVersion.referral_id == referral.id)
    row = session.scalar(newest.order_by(RecordVersion.version.desc()).limit(1))
    return _saved(row) if row is not None else Saved(filled_by_check(referral), 0)


def filled_by_check(referral: Referral) -> Record:
    """What the check alone makes of the record."""
    return prefilled(referral.facts.get(CHECK, referral.facts), referral.own_words, referral.area)


def versions(session: Session, referral: Referral) -> list[Saved]:
    """Every version, oldest first."""
    asked = select(RecordVersion).where(RecordVersion.referral_id == referral.id).order_by(RecordVersion.version)
    return [_saved(row) for row in session.scalars(asked)]


def save_record(
    session: Session,
    referral: Referral,
    record: Record,
    actor: str,
    *,
    judge: Judge | None = None,
    at: datetime | None = None,
) -> Saved:
    """Keep this as the next version; the same again changes nothing. A field that is a fact changes the fact, and with
    it all that follows (`judge`: by which guidance, and when; the process's own if None).

    Raises AlreadyDecided once a lead has decided, except for where it was sent, and FactsRefused for a date that cannot
    be right beside the others. The caller checks who may save.
    """
    hold_row(session, referral)
    before = current_record(session, referral)
    if before.version and before.record == record:
        return before
    if referral.status in DECIDED and before.record != record.having("sending", before.record.sending):
        raise AlreadyDecided(f"{referral.reference} was decided by a safeguarding lead and cannot be changed")
    return write_record(session, referral, before.record, record, actor, judge, at or now())


def write_record(
    session: Session,
    referral: Referral,
    before: Record,
    record: Record,
    actor: str,
    judge: Judge | None,
    at: datetime,
) -> Saved:
    """Keep the version that follows `before`, whatever was decided. The caller holds the row. Raises FactsRefused."""
    facts = share_facts(session, referral, before, record, judge)
    saved = keep_version(session, referral, record, actor, at)
    changed = [n for n in Record.model_fields if record.section(n) != before.section(n)]
    data = {"version": saved.version, "sections": changed} | ({"facts": facts} if facts else {})
    append(session, referral, Happened.RECORD_SAVED, actor, data=data, at=at)
    return saved


def share_facts(
    session: Session, referral: Referral, before: Record, after: Record, judge: Judge | None
) -> dict[str, list[Any]]:
    """Bring the facts to what the record now says; {fact: [before, after]} of what changes. Raises FactsRefused."""
    known = carried_over(referral.facts, before, after)
    changed = differences(referral.facts, known)
    if changed:
        check = referral.facts.get(CHECK) or {key: referral.facts.get(key) for key in ("told", "unknown")}
        judge_again(session, referral, {**known, CHECK: check}, judge or Judge.of_process())
    return changed


def keep_version(session: Session, referral: Referral, record: Record, actor: str, at: datetime) -> Saved:
    """Write the next version, without an event of its own. The caller holds the row or has just made it."""
    newest = select(func.max(RecordVersion.version)).where(RecordVersion.referral_id == referral.id)
    version = (session.scalar(newest) or 0) + 1
    row = RecordVersion(referral_id=referral.id, version=version, actor=actor, at=at, data=record.stored())
    session.add(row)
    session.flush()
    if record.referrer.organisation:
        referral.organisation = record.referrer.organisation
    return _saved(row)


def _saved(row: RecordVersion) -> Saved:
    return Saved(Record.model_validate(row.data), row.version, row.actor, row.at)
