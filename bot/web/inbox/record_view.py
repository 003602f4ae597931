"""Everything that the page of one draft shows, read in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bot.documents.referral.assessed import deadline, outcome
from bot.documents.referral.document import Deadline, Outcome
from bot.guidance.packs import Packs
from bot.referrals.actors import actor_names
from bot.referrals.after.timeline import brought_up_to, known_days, rules_of
from bot.referrals.decisions import still_needed
from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.history import events_of, last_written
from bot.referrals.lead import Lead
from bot.referrals.permission import leads_of
from bot.referrals.practitioner_notices import address_of
from bot.referrals.record.sections.referrer import Referrer
from bot.referrals.record.store import current_record
from bot.referrals.record.whole import Words, value_words
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED, Status
from bot.web.inbox.row import DraftRow, row_of
from bot.web.inbox.timeline import HistoryEntry, decision_in_force, timeline


@dataclass(frozen=True)
class RecordView:
    """A draft as its lead reads it. `written` numbers the event that wrote what is shown."""

    row: DraftRow
    own_words: list[str]
    told: list[tuple[str, str]]
    unknown: list[str]
    outcomes: list[Outcome]
    deadlines: list[Deadline]
    convention: str
    notes: list[str]
    contact: list[tuple[str, str]]
    pack: str
    pack_id: str
    timeline: list[HistoryEntry]
    decision: HistoryEntry | None
    written: int
    decided: bool
    with_lead: bool
    waiting: bool
    mine: bool
    free: bool
    others: list[Lead]
    lacking: int
    tell: bool
    mailed: bool


def record_view(
    session: Session, referral: Referral, lead: Lead, words: Words, packs: Packs, today: date
) -> RecordView:
    """The view of this draft for this lead on this day."""
    events = events_of(session, referral)
    days = known_days(referral, events)
    due = brought_up_to(referral.assessment.get("deadlines") or [], rules_of(packs, referral, today), days, today)
    entries = timeline(events, actor_names(session, events))
    assessment = referral.assessment
    return RecordView(
        row=row_of(referral, words, today),
        own_words=[line for line in referral.own_words.splitlines() if line.strip()],
        told=[(words.fact_words(n), value_words(words, n, v)) for n, v in referral.facts.get("told", {}).items()],
        unknown=[words.fact_words(name) for name in referral.facts.get("unknown", [])],
        outcomes=[outcome(each, words) for each in assessment.get("outcomes", [])],
        deadlines=[deadline(each, days, today) for each in due],
        convention=assessment.get("convention") or "",
        notes=[note["text"] for note in assessment.get("notes", []) if note.get("text")],
        contact=_contact(referral, current_record(session, referral).record.referrer),
        pack=f"{referral.pack_id}, version {referral.pack_version}",
        pack_id=referral.pack_id,
        timeline=entries,
        decision=decision_in_force(entries),
        written=last_written(events),
        decided=referral.status in DECIDED,
        with_lead=referral.status is not Status.DRAFT,
        waiting=referral.status is Status.NEEDS_INFORMATION,
        mine=referral.claimed_by == lead.id,
        free=referral.claimed_by is None,
        others=[each for each in leads_of(session, referral) if each.id != lead.id],
        lacking=len(still_needed(session, referral, today)),
        tell=_to_be_told(events),
        mailed=bool(address_of(session, referral)),
    )


def _to_be_told(events: Sequence[ReferralEvent]) -> bool:
    """Whether the practitioner was not told yet of what was asked or decided last."""
    told = (Happened.DECISION_TAKEN, Happened.PRACTITIONER_TOLD, Happened.PUT_BEFORE_LEAD, Happened.REOPENED)
    last = next((event.type for event in reversed(events) if event.type in told), None)
    return last == Happened.DECISION_TAKEN


def _contact(referral: Referral, referrer: Referrer) -> list[tuple[str, str]]:
    """Who made the draft and how to reach them, as the record has it, and what the conversation knew."""
    known = {"role": referrer.role, "organisation": referral.organisation, "contact": referrer.contact}
    given = known | {"name": referrer.name} | referral.contact
    return [(name.replace("_", " ").capitalize(), str(value)) for name, value in given.items() if value]
