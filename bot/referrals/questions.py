"""What the lead asked the practitioner, and putting the draft before the lead again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.history import PRACTITIONER, append, events_of, hold_row, lead_actor
from bot.referrals.holding import require_undecided
from bot.referrals.lead import Lead
from bot.referrals.permission import require_sight
from bot.referrals.problems import NotWithLead
from bot.referrals.record.record import Record
from bot.referrals.record.sections.answers import Answer
from bot.referrals.record.text import clean
from bot.referrals.referral import Referral
from bot.referrals.status import Decision, Status


def waiting_question(session: Session, referral: Referral) -> str:
    """What the lead asked last, while the draft waits for it; empty otherwise."""
    if referral.status is not Status.NEEDS_INFORMATION:
        return ""
    return questions(events_of(session, referral))[-1]


def questions(events: Sequence[ReferralEvent]) -> list[str]:
    """Everything that leads asked, oldest first."""
    taken = [event for event in events if event.type == Happened.DECISION_TAKEN]
    asked = [each for each in taken if each.data["decision"] == Decision.NEEDS_INFORMATION]
    return [str(clean(each.data["reason"])) for each in asked]


def note_told(session: Session, referral: Referral, lead: Lead, *, at: datetime | None = None) -> None:
    """The lead has told the practitioner what was asked or decided. Raises NotWithLead before there is anything to
    tell, or NoSuchReferral.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    if referral.status in (Status.DRAFT, Status.WITH_LEAD):
        raise NotWithLead("Nothing was asked or decided yet that the practitioner could be told")
    append(session, referral, Happened.PRACTITIONER_TOLD, lead_actor(lead), at=at)


def answered(record: Record, question: str, answer: str) -> Record:
    """The record with this answer to this question, in place of an earlier one."""
    others = tuple(each for each in record.answers.answers if each.question != question)
    answers = type(record.answers)(answers=(*others, Answer(question=question, answer=answer)))
    return record.having("answers", answers)


def hand_in(session: Session, referral: Referral, *, at: datetime | None = None) -> bool:
    """Put the draft before the lead, or tell the lead that it has changed; whether there was anything to tell.

    Raises AlreadyDecided.
    """
    hold_row(session, referral)
    require_undecided(referral)
    if referral.status is Status.WITH_LEAD and not _changed_since(events_of(session, referral)):
        return False
    append(session, referral, Happened.PUT_BEFORE_LEAD, PRACTITIONER, at=at)
    return True


def _changed_since(events: Sequence[ReferralEvent]) -> bool:
    put = max((event.n for event in events if event.type == Happened.PUT_BEFORE_LEAD), default=0)
    own = (Happened.RECORD_SAVED, Happened.DRAFT_UPDATED)
    return any(event.n > put and event.type in own and event.actor == PRACTITIONER for event in events)
