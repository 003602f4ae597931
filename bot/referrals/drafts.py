"""Making a draft in the conversation and keeping it up to date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.referrals.content import draft_content
from bot.referrals.event import Happened
from bot.referrals.find import draft_of_case
from bot.referrals.history import PRACTITIONER, append, hold_row
from bot.referrals.judging import Judge
from bot.referrals.problems import AlreadyDecided
from bot.referrals.record.prefill import refilled
from bot.referrals.record.same_facts import differences
from bot.referrals.record.store import CHECK, current_record, filled_by_check, keep_version, share_facts
from bot.referrals.reference import make_reference
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED, Status
from bot.storage.base import now

OF_THE_CONVERSATION = ("own_words", "area", "organisation", "contact")


def make_draft(
    session: Session,
    *,
    conversation_id: str,
    case_number: int = 1,
    area: str | None,
    facts: Mapping[str, Any],
    assessment: Mapping[str, Any],
    own_words: str,
    organisation: str | None = None,
    contact: Mapping[str, Any] | None = None,
    before_lead: bool = True,
    judge: Judge | None = None,
    at: datetime | None = None,
) -> Referral:
    """The draft of this case of this conversation: made the first time, brought up to date after.

    `facts` maps fact to value ("unknown" or None: unknown). `own_words` must be redacted already.
    `judge` says what follows where a person has changed facts in the record meanwhile (the process's own if None).
    `before_lead` puts it before a lead at once. New content puts a draft that waited for information back
    before the lead; the same content again changes nothing. Raises AlreadyDecided once a lead has decided.
    """
    at = at or now()
    content = draft_content(facts, assessment, own_words)
    content |= {"area": area, "organisation": organisation, "contact": dict(contact or {})}
    referral = draft_of_case(session, conversation_id, case_number)
    if referral is None:
        referral = _new(session, conversation_id, case_number, content, at)
        keep_version(session, referral, current_record(session, referral).record, PRACTITIONER, at)
        append(session, referral, Happened.DRAFT_MADE, PRACTITIONER, at=at)
    else:
        _bring_up_to_date(session, referral, content, judge, at)
    if before_lead:
        put_before_lead(session, referral, at=at)
    return referral


def put_before_lead(session: Session, referral: Referral, *, at: datetime | None = None) -> None:
    """Put a draft that is still being written before the leads of its area; otherwise do nothing."""
    hold_row(session, referral)
    if referral.status is Status.DRAFT:
        append(session, referral, Happened.PUT_BEFORE_LEAD, PRACTITIONER, at=at)


def _new(session: Session, conversation_id: str, case_number: int, content: dict[str, Any], at: datetime) -> Referral:
    reference = make_reference()
    while session.scalar(select(Referral.id).where(Referral.reference == reference)) is not None:
        reference = make_reference()
    referral = Referral(
        reference=reference,
        conversation_id=conversation_id,
        case_number=case_number,
        status=Status.DRAFT,
        claimed_by=None,
        escalations=0,
        last_event=0,
        created_at=at,
        updated_at=at,
        **content,
    )
    session.add(referral)
    session.flush()
    return referral


def _bring_up_to_date(
    session: Session, referral: Referral, content: dict[str, Any], judge: Judge | None, at: datetime
) -> None:
    """What the check says now, but for what a person has written since in a field of the record: that stays."""
    hold_row(session, referral)
    if referral.status in DECIDED:
        raise AlreadyDecided(f"{referral.reference} was decided by a safeguarding lead and cannot be changed")
    saved, filled_before, facts = current_record(session, referral), filled_by_check(referral), referral.facts
    content["organisation"] = content["organisation"] or saved.record.referrer.organisation
    compared = {name: getattr(referral, name) for name in content}
    if CHECK in facts:  # what follows from the facts then follows from more than the check was told
        compared = {name: compared[name] for name in OF_THE_CONVERSATION} | {"facts": facts[CHECK]}
    changed = sorted(name for name, value in compared.items() if content[name] != value)
    if not changed:
        return
    for name, value in content.items():
        setattr(referral, name, value)
    filled = filled_by_check(referral)
    record = refilled(saved.record, filled_before, filled)
    share_facts(session, referral, filled, record, judge)
    if record != saved.record:
        keep_version(session, referral, record, PRACTITIONER, at)
    data = {"changed": changed, "facts": differences(facts, referral.facts)}
    append(session, referral, Happened.DRAFT_UPDATED, PRACTITIONER, data=data, at=at)
    if referral.status is Status.NEEDS_INFORMATION:
        append(session, referral, Happened.PUT_BEFORE_LEAD, PRACTITIONER, at=at)
