"""Holding a draft, so that two leads never work on it at once, and noting who has read it.

A draft may change hands at any time, after the decision too: a review runs for months, and leads leave.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.referrals.event import WRITES, Happened
from bot.referrals.history import append, events_of, hold_row, last_written, lead_actor
from bot.referrals.lead import Lead
from bot.referrals.permission import may_see, require_sight
from bot.referrals.problems import AlreadyDecided, HeldByAnother, NoSuchLead, NoteRefused, NotHeld
from bot.referrals.reasons import text_fault, words_in
from bot.referrals.record.text import clean
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED

LONGEST_NOTE, LEAST_WORDS = 500, 2


def claim(session: Session, referral: Referral, lead: Lead, *, at: datetime | None = None) -> None:
    """The lead now holds the draft; nothing happens when they hold it already.

    Raises HeldByAnother, or NoSuchReferral when the draft is not theirs to see.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    require_not_held_by_another(referral, lead)
    if referral.claimed_by is None:
        append(session, referral, Happened.CLAIMED, lead_actor(lead), data={"lead": lead.id}, at=at)


def release(session: Session, referral: Referral, lead: Lead, *, at: datetime | None = None) -> None:
    """The lead no longer holds the draft. Raises NotHeld, AlreadyDecided, or NoSuchReferral."""
    require_sight(lead, referral)
    hold_row(session, referral)
    require_undecided(referral)
    if referral.claimed_by != lead.id:
        raise NotHeld("You do not hold this draft, so you cannot give it back")
    append(session, referral, Happened.RELEASED, lead_actor(lead), at=at)


def hand_over(
    session: Session, referral: Referral, lead: Lead, to: Lead, note: str = "", *, at: datetime | None = None
) -> None:
    """`to` now holds the draft that `lead` held; `note` is for them. Raises NotHeld, NoSuchReferral, NoteRefused, or
    NoSuchLead when `to` may not see the draft.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    if referral.claimed_by != lead.id:
        raise NotHeld("You do not hold this draft, so you cannot hand it over")
    if not may_see(to, referral):
        raise NoSuchLead("Choose one of the leads who may open this draft")
    if fault := text_fault("note", note, LONGEST_NOTE):
        raise NoteRefused(fault)
    if to.id != lead.id:
        _change_hands(session, referral, lead_actor(lead), to, note, at)


def take_over(session: Session, referral: Referral, lead: Lead, reason: str, *, at: datetime | None = None) -> None:
    """`lead` now holds the draft that another held, who is told. Raises NoteRefused where the reason says nothing,
    NotHeld where nobody else holds it, or NoSuchReferral.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    if referral.claimed_by in (None, lead.id):
        raise NotHeld("Nobody else holds this draft now, so there is nobody to take it over from")
    if fault := text_fault("reason", reason, LONGEST_NOTE):
        raise NoteRefused(fault)
    if words_in(reason) < LEAST_WORDS:
        raise NoteRefused("Enter why you take it over, for example that they are ill or on leave")
    _change_hands(session, referral, lead_actor(lead), lead, reason, at)


def let_go(session: Session, referral: Referral, actor: str, to: Lead | None, *, at: datetime | None = None) -> None:
    """Whoever holds the draft does not any more: `to` does, or nobody. The caller checks who may see it."""
    hold_row(session, referral)
    if to is not None:
        _change_hands(session, referral, actor, to, "", at)
    elif referral.claimed_by is not None:
        append(session, referral, Happened.RELEASED, actor, at=at)


def note_opening(session: Session, referral: Referral, lead: Lead, *, at: datetime | None = None) -> None:
    """Record that this lead opened the draft as it now reads: once for each time that it is written."""
    require_sight(lead, referral)
    events = events_of(session, referral)
    newer = [e for e in events if e.n > last_written(events)]
    if not any(e.type == Happened.OPENED and e.actor == lead_actor(lead) for e in newer):
        hold_row(session, referral)
        append(session, referral, Happened.OPENED, lead_actor(lead), at=at)


def note_export(
    session: Session, referral: Referral, actor: str, form: str, reason: str = "", *, at: datetime | None = None
) -> None:
    """Record that the draft was taken out as a document of this form, every time, and why where that is asked."""
    hold_row(session, referral)
    data = {"form": form} | ({"reason": clean(reason)} if reason.strip() else {})
    append(session, referral, Happened.EXPORTED, actor, data=data, at=at)


def changed_since_opened(session: Session, referral: Referral, lead: Lead) -> bool:
    """Whether somebody else has written in the draft after this lead last opened it."""
    events = events_of(session, referral)
    opened = max((e.n for e in events if e.type == Happened.OPENED and e.actor == lead_actor(lead)), default=None)
    if opened is None:
        return False
    return any(e.n > opened and e.type in WRITES and e.actor != lead_actor(lead) for e in events)


def _change_hands(session: Session, referral: Referral, actor: str, to: Lead, note: str, at: datetime | None) -> None:
    data = {"lead": to.id, "from": referral.claimed_by} | ({"reason": clean(note)} if note.strip() else {})
    append(session, referral, Happened.HANDED_OVER, actor, data=data, at=at)


def require_undecided(referral: Referral) -> None:
    """Raises AlreadyDecided when a lead has decided."""
    if referral.status in DECIDED:
        raise AlreadyDecided("A decision on this draft was recorded already; nothing more was changed")


def require_not_held_by_another(referral: Referral, lead: Lead) -> None:
    """Raises HeldByAnother, naming who holds it."""
    if referral.holder is not None and referral.holder.id != lead.id:
        raise HeldByAnother(f"{referral.holder.name} holds this draft; ask them to give it back, or take it over")
