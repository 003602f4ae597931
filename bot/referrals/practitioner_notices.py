"""What the practitioner is told by mail, where they left a work address: that there is something to read, no more."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import uuid5

from sqlalchemy.orm import Session

from bot.guidance.says import say
from bot.outbox import queue
from bot.outbox.item import Item
from bot.outbox.letter import Letter
from bot.outbox.way import GiveUp
from bot.referrals.event import ReferralEvent
from bot.referrals.notices import NAMESPACE
from bot.referrals.record.store import current_record
from bot.referrals.referral import Referral

LASTS = timedelta(days=3)


class Told(StrEnum):
    """What a mail to a practitioner is about."""

    ASKED = "practitioner_asked"
    DECIDED = "practitioner_decided"


SAID = {Told.ASKED: say("practitioner_asked"), Told.DECIDED: say("practitioner_decided")}


def address_of(session: Session, referral: Referral) -> str:
    """The practitioner's work address; empty where they left none, or a telephone number."""
    contact = current_record(session, referral).record.referrer.contact or ""
    return contact if "@" in contact else ""


def tell_practitioner(session: Session, referral: Referral, event: ReferralEvent, what: Told) -> None:
    """Have the practitioner told of this event, in its transaction, if they left an address."""
    if address_of(session, referral):
        key = str(uuid5(NAMESPACE, f"{event.hash} practitioner"))
        queue.add(session, what.value, LASTS, key=key, referral_id=referral.id, at=event.at)


def practitioner_letter(session: Session, item: Item, _body: dict[str, Any] | None, *, public_url: str) -> Letter:
    """The mail, to the address that stands in the record when it is sent. No link in it opens anything by itself.

    Raises GiveUp where there is no address any more.
    """
    referral = session.get_one(Referral, item.referral_id)
    address = address_of(session, referral)
    if not address:
        raise GiveUp("the record holds no address of the practitioner")
    what, link = SAID[Told(item.kind)], f"{public_url.rstrip('/')}/form"
    text = f"{what}\n\nReference: {referral.reference}\nYour form: {link}\n\n{say('practitioner_end')}\n"
    fields = {"what": what, "reference": referral.reference, "urgent": "no", "link": link}
    return Letter(address, item.key, f"Draft referral {referral.reference}", text, "notice", fields)
