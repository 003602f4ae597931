"""Verifying the records: every event in its place, unchanged, and the draft as the last of them left it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from bot.referrals.chain import BEFORE_THE_FIRST, Link, commit_to, digest, hash_of
from bot.referrals.event import WRITES, Happened, ReferralEvent
from bot.referrals.record.version import RecordVersion
from bot.referrals.referral import Referral
from bot.referrals.state import State, state_of
from bot.storage.encryption import SEALED

AT_ONCE = 200


@dataclass(frozen=True)
class BrokenLink:
    """The first thing wrong with a record: at which event, and what was found."""

    reference: str
    n: int
    found: str

    def __str__(self) -> str:
        return f"{self.reference}, event {self.n}: {self.found}"


def written_digest(session: Session, referral: Referral) -> str:
    """A digest of all that is sealed in the draft (what was told, assessed and written) and of its newest record."""
    sealed = [c.key for c in inspect(Referral).columns if isinstance(c.type, SEALED)]
    newest = select(RecordVersion.data).where(RecordVersion.referral_id == referral.id)
    record = session.scalar(newest.order_by(RecordVersion.version.desc()).limit(1))
    return digest({name: getattr(referral, name) for name in sealed} | {"record": record})


def first_broken_link(reference: str, events: Sequence[ReferralEvent]) -> BrokenLink | None:
    """The first event, oldest first, that is not what was written; None when the chain is whole."""
    previous, deleted = BEFORE_THE_FIRST, any(e.type == Happened.CONTENT_DELETED for e in events)
    for n, event in enumerate(events, start=1):
        fault = _fault(reference, n, event, previous, deleted)
        if fault:
            return BrokenLink(reference, n, fault)
        previous = event.hash
    return None


def verify_record(session: Session, referral: Referral, events: Sequence[ReferralEvent]) -> BrokenLink | None:
    """The first thing wrong with the record, its chain first and then where it stands and what it says."""
    broken = first_broken_link(referral.reference, events)
    if broken is not None:
        return broken
    last = len(events)
    if referral.last_event != last:
        return BrokenLink(referral.reference, last, f"found {last} events, expected {referral.last_event}")
    if events and all(event.content is not None for event in events):
        fault = _draft_fault(session, referral, events)
        return BrokenLink(referral.reference, last, fault) if fault else None
    return None


def verify_all(session: Session) -> Iterator[BrokenLink | None]:
    """For each referral, in order, what is wrong with it, or None."""
    last = 0
    while True:
        asked = select(Referral).where(Referral.id > last).order_by(Referral.id).limit(AT_ONCE)
        referrals = session.scalars(asked).all()
        if not referrals:
            return
        events: dict[int, list[ReferralEvent]] = {referral.id: [] for referral in referrals}
        of_these = select(ReferralEvent).where(ReferralEvent.referral_id.in_(events)).order_by(ReferralEvent.n)
        for event in session.scalars(of_these):
            events[event.referral_id].append(event)
        for referral in referrals:
            yield verify_record(session, referral, events[referral.id])
        last = referrals[-1].id
        session.expunge_all()


def _fault(reference: str, n: int, event: ReferralEvent, previous: str, deleted: bool) -> str | None:
    if event.n != n:
        return f"found event {event.n} in its place"
    if event.previous != previous:
        return "does not follow from the event before it"
    link = Link(reference, event.n, event.type, event.actor, event.at, event.commitment, event.previous)
    if event.hash != hash_of(link):
        return "was changed after it was written"
    if event.content is None:
        return None if deleted else "its content is gone, and no deletion is recorded"
    if event.commitment != commit_to(event.content.salt, event.content.data):
        return "its content was changed after it was written"
    return None


def _draft_fault(session: Session, referral: Referral, events: Sequence[ReferralEvent]) -> str | None:
    if State(referral.status, referral.claimed_by, referral.escalations) != state_of(events):
        return "the referral does not stand where its events left it"
    written: list[Any] = [event.data.get("content") for event in events if event.type in WRITES]
    if written and written[-1] is not None and written[-1] != written_digest(session, referral):
        return "the draft does not say what was written last"
    return None
