"""Gathering a referral's document from the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from bot.deadlines.spoken import long_date
from bot.documents.referral.assessed import deadline, headline, outcome
from bot.documents.referral.clean import cleaned
from bot.documents.referral.document import SCHEMA_VERSION, Audit, Decision, Document, Group, Guidance
from bot.documents.referral.facts import facts_of
from bot.documents.referral.rows import groups_of, steps_group
from bot.documents.referral.standing import status_line, title
from bot.guidance.packs import NotInForce, Packs, UnknownArea
from bot.referrals.after.timeline import brought_up_to, known_days, rules_of
from bot.referrals.content import danger
from bot.referrals.history import events_of, head_of
from bot.referrals.moments import moment_words
from bot.referrals.record.needs import missing, situation_of
from bot.referrals.record.reading import decisions_of, referred
from bot.referrals.record.store import current_record
from bot.referrals.record.whole import DECIDED_AS, Decided, Words, whole_record
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED, Status
from bot.referrals.status import Decision as Decided_as

DANGER = {"applies": "Danger now", "possible": "Danger not ruled out"}


def gather(session: Session, referral: Referral, words: Words, packs: Packs, today: date) -> Document:
    """The document of this referral as it stands, made on this day. The caller checks who may see it."""
    days = known_days(referral, events_of(session, referral))
    due = brought_up_to(referral.assessment.get("deadlines") or [], rules_of(packs, referral, today), days, today)
    record = current_record(session, referral).record
    taken = decisions_of(session, referral)
    assessment = referral.assessment
    head, text = headline(assessment)
    found = Document(
        schema_version=SCHEMA_VERSION,
        title=title(referral.status, taken),
        reference=referral.reference,
        status=status_line(referral.status, taken),
        decided=referral.status in DECIDED,
        danger=DANGER.get(danger(assessment) or "", ""),
        area=words.value_words("area", referral.area) if referral.area else "Not known",
        partnership=partnership_of(packs, referral.area, today),
        organisation=referral.organisation or "",
        created=referral.created_at,
        created_words=moment_words(referral.created_at),
        made_on=today,
        made_on_words=long_date(today),
        headline=head,
        headline_text=text,
        still_needed=tuple(each.label for each in missing(record, situation_of(record, referral.area, today))),
        outcomes=tuple(outcome(each, words) for each in assessment.get("outcomes") or []),
        notes=tuple(note["text"] for note in assessment.get("notes") or [] if note.get("text")),
        deadlines=tuple(deadline(each, days, today) for each in due),
        convention=assessment.get("convention") or "",
        facts=facts_of(referral.facts, assessment, words),
        own_words=referral.own_words,
        groups=groups_of(whole_record(referred(referral), record, taken, words, today)) + _after(referral, days),
        decisions=tuple(_decision(each) for each in taken),
        guidance=Guidance(
            referral.pack_id, referral.pack_version, f"{referral.pack_id}, version {referral.pack_version}"
        ),
        audit=Audit(head_of(session, referral), referral.last_event),
        record=record,
    )
    return cleaned(found)


def _after(referral: Referral, days: Mapping[str, date]) -> tuple[Group, ...]:
    if referral.status is not Status.SENT:
        return ()
    return steps_group(days)


def _decision(taken: Decided) -> Decision:
    return Decision(
        words=DECIDED_AS[Decided_as(taken.decision)],
        route=taken.route,
        reason=taken.reason,
        by=taken.by,
        at=taken.at,
        at_words=moment_words(taken.at),
    )


def partnership_of(packs: Packs, area: str | None, on: date) -> str:
    """The name of the area's partnership on that day; empty where it has no pack of its own."""
    try:
        pack = packs.for_area(area, on)
    except (UnknownArea, NotInForce):
        return ""
    return "" if pack.head.id == pack.national.id else pack.head.partnership
