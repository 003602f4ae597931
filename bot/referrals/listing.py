"""A lead's drafts: danger now, danger not ruled out, then what is due, then the newest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session, defer

from bot.referrals.lead import Lead, plain_organisation
from bot.referrals.permission import seen_by
from bot.referrals.reference import ALPHABET, compact
from bot.referrals.referral import Referral
from bot.referrals.status import Status

Row = TypeVar("Row", bound=tuple[Any, ...])


class Pile(StrEnum):
    """How the inbox sorts drafts: by status, and those before a lead by whether somebody holds them."""

    NEW = "new"
    REVIEWING = "reviewing"
    WAITING = "waiting"
    SENT = "sent"
    NOT_REFERRED = "not-referred"
    WRITING = "writing"


STATUS_OF = {
    Pile.NEW: Status.WITH_LEAD,
    Pile.REVIEWING: Status.WITH_LEAD,
    Pile.WAITING: Status.NEEDS_INFORMATION,
    Pile.SENT: Status.SENT,
    Pile.NOT_REFERRED: Status.NOT_REFERRED,
    Pile.WRITING: Status.DRAFT,
}
PILE_OF = {status: pile for pile, status in STATUS_OF.items() if pile is not Pile.REVIEWING}


@dataclass(frozen=True)
class Sought:
    """What to list. `search` is any part of a reference or of an organisation's name; None and "" are all."""

    pile: Pile | None = None
    search: str = ""
    area: str = ""


IN_ORDER = (
    Referral.danger.desc(),
    Referral.next_due.asc().nulls_last(),
    Referral.created_at.desc(),
    Referral.id,
)
NOT_LISTED = (Referral.own_words, Referral.rules, Referral.contact)


def pile_of(referral: Referral) -> Pile:
    """The pile that the draft is in."""
    held = referral.status is Status.WITH_LEAD and referral.claimed_by is not None
    return Pile.REVIEWING if held else PILE_OF[referral.status]


def list_drafts(
    session: Session, lead: Lead, sought: Sought = Sought(), *, skip: int = 0, most: int | None = None
) -> list[Referral]:
    """The drafts this lead may see; `skip` and `most` cut a page out."""
    # First which ones, from an index alone; then only those are read.
    which = _matching(session, select(Referral.id), lead, sought).order_by(*IN_ORDER).offset(skip).limit(most)
    ids = session.scalars(which).all()
    asked = select(Referral).where(Referral.id.in_(ids)).options(*(defer(column) for column in NOT_LISTED))
    found = {referral.id: referral for referral in session.scalars(asked)}
    return [found[each] for each in ids]


def count_drafts(session: Session, lead: Lead, sought: Sought = Sought()) -> dict[Pile, int]:
    """How many of them are in each pile, whichever is sought; every pile is named."""
    free = case((Referral.claimed_by.is_(None), True), else_=False)
    asked = select(Referral.status, free, func.count()).group_by(Referral.status, free)
    found = dict.fromkeys(Pile, 0)
    for status, is_free, number in session.execute(_matching(session, asked, lead, replace(sought, pile=None))):
        held = status is Status.WITH_LEAD and not is_free
        found[Pile.REVIEWING if held else PILE_OF[status]] += number
    return found


def _matching(session: Session, asked: Select[Row], lead: Lead, sought: Sought) -> Select[Row]:
    asked = asked.where(seen_by(session, lead))
    if sought.pile is not None:
        asked = asked.where(Referral.status == STATUS_OF[sought.pile])
    if sought.pile is Pile.NEW:
        asked = asked.where(Referral.claimed_by.is_(None))
    if sought.pile is Pile.REVIEWING:
        asked = asked.where(Referral.claimed_by.is_not(None))
    if sought.area:
        asked = asked.where(Referral.area == sought.area)
    if compact(sought.search):
        asked = asked.where(_named(sought.search))
    return asked


def _named(search: str) -> ColumnElement[bool]:
    """The reference or the organisation has this in it."""
    found = [Referral.organisation_key.contains(plain_organisation(search) or "", autoescape=True)]
    wanted = compact(search)
    if all(character in ALPHABET for character in wanted):
        found.append(func.replace(Referral.reference, "-", "").contains(wanted))
    return or_(*found)
