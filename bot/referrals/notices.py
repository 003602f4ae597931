"""What leads are told about a draft. Nothing about the case: a reference, what is due when, whether it is urgent, and a
link.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.deadlines.near import how_near, near
from bot.guidance.says import say
from bot.outbox import queue
from bot.outbox.item import Item
from bot.outbox.letter import Letter
from bot.outbox.way import GiveUp
from bot.referrals.lead import Lead
from bot.referrals.permission import is_own, leads_of
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED
from bot.referrals.urgency import due_words, is_urgent

log = logging.getLogger(__name__)
NAMESPACE = UUID("5d7f4a1e-6f0c-4f57-9c39-2f0a2a9f8a51")
LASTS = timedelta(days=3)
"""A mail server that is down over a weekend loses nothing."""


class Kind(StrEnum):
    """What a notice is about."""

    NEW_DRAFT = "new_draft"
    MORE_INFORMATION = "more_information"
    HANDED_OVER = "handed_over"
    TAKEN_OVER = "taken_over"
    GIVEN_BACK = "given_back"
    DEADLINE_NEAR = "deadline_near"
    OVERDUE = "overdue"
    WAITING = "waiting"
    NOBODY_CLAIMED = "nobody_claimed"
    HOLDER_SLEEPS = "holder_sleeps"


SAID = {
    Kind.NEW_DRAFT: say("notice_new_draft"),
    Kind.MORE_INFORMATION: say("notice_more"),
    Kind.HANDED_OVER: say("notice_handed_over"),
    Kind.TAKEN_OVER: say("notice_taken_over"),
    Kind.GIVEN_BACK: say("notice_given_back"),
    Kind.DEADLINE_NEAR: say("notice_date_near"),
    Kind.OVERDUE: say("notice_overdue"),
    Kind.WAITING: say("notice_waiting"),
    Kind.NOBODY_CLAIMED: say("notice_nobody"),
    Kind.HOLDER_SLEEPS: say("notice_sleeps"),
}


def tell_later(session: Session, kind: Kind, referral_id: int, event_hash: str, lead_id: int, at: datetime) -> None:
    """Have the lead told about the event with this hash, in its transaction. The key follows from event and lead, so
    it is the same however often and by whatever way the notice is sent.
    """
    key = str(uuid5(NAMESPACE, f"{event_hash} {lead_id}"))
    queue.add(session, kind.value, LASTS, key=key, referral_id=referral_id, lead_id=lead_id, at=at)


def pass_on(session: Session, item: Item) -> None:
    """Have the next lead told of a notice that no way could deliver; loudly nobody, where all were told already."""
    if item.kind not in list(Kind):
        return
    same = select(Item.id).where(Item.key == item.key, Item.given_up_at.is_(None), Item.id != item.id)
    if session.scalar(same.limit(1)) is not None:
        return  # another way has it, or had
    event = (Item.referral_id == item.referral_id, Item.kind == item.kind, Item.made_at == item.made_at)
    told = set(session.scalars(select(Item.lead_id).where(*event)))
    referral = session.get_one(Referral, item.referral_id)
    found = [lead for lead in leads_of(session, referral) if lead.id not in told]
    following = next((lead for lead in found if is_own(lead, referral)), next(iter(found), None))
    if following is None:
        log.error("referral %s: a notice reached nobody (cspr leads check)", referral.reference)
        return
    tell_later(session, Kind(item.kind), referral.id, item.key, following.id, item.made_at)


def about(session: Session, item: Item) -> tuple[Referral, Lead]:
    """The draft that a notice is about, and the lead whom it is for. Raises GiveUp when that lead may not sign in."""
    lead = session.get_one(Lead, item.lead_id)
    if not lead.active:
        raise GiveUp("the lead may no longer sign in")
    return session.get_one(Referral, item.referral_id), lead


def subject(referral: Referral, today: date) -> str:
    """One line: "Urgent: draft referral CSPR-7K4M-92QX, overdue by 3 working days"."""
    what = "referral" if referral.status in DECIDED else "draft referral"
    said = f"{'Urgent: ' if is_urgent(referral, today) else ''}{what} {referral.reference}"
    left = how_near(near("", referral.next_due, {}, today)).lower()
    due = f", {left if left.startswith('overdue') else f'due {left}'}" if left else ""
    return f"{said[0].upper()}{said[1:]}{due}"


def inbox_url(referral: Referral, public_url: str) -> str:
    """What opens the draft, for whoever may."""
    return f"{public_url.rstrip('/')}/inbox/{referral.reference}"


def what_words(item: Item, referral: Referral, today: date) -> str:
    """What happened, and what is due when."""
    due = due_words(referral, today)
    return SAID[Kind(item.kind)] + (f" {due}." if due else "")


def notice_letter(
    session: Session, item: Item, _body: dict[str, Any] | None, *, public_url: str, today: Callable[[], date]
) -> Letter:
    """The notice as a mail. Raises GiveUp."""
    referral, lead = about(session, item)
    day = today()
    urgent = "yes, read it now" if is_urgent(referral, day) else "no"
    what, link = what_words(item, referral, day), inbox_url(referral, public_url)
    lines = [
        what,
        "",
        f"Reference: {referral.reference}",
        f"Urgent: {urgent}",
        f"Open it: {link}",
        "",
        say("notice_end"),
    ]
    fields = {"what": what, "reference": referral.reference, "urgent": urgent, "link": link}
    return Letter(lead.email, item.key, subject(referral, day), "\n".join(lines) + "\n", "notice", fields)
