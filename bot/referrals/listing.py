"""A lead's drafts: danger now, danger not ruled out, then what is due, then the newest."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot.referrals.lead import Lead
from bot.referrals.permission import seen_by
from bot.referrals.reference import ALPHABET, compact
from bot.referrals.referral import Referral
from bot.referrals.status import Status

Row = TypeVar("Row", bound=tuple[Any, ...])

IN_ORDER = (
    Referral.danger.desc(),
    Referral.next_due.asc().nulls_last(),
    Referral.created_at.desc(),
    Referral.id,
)


def list_drafts(
    session: Session,
    lead: Lead,
    status: Status | None = None,
    search: str | None = None,
    *,
    skip: int = 0,
    most: int | None = None,
) -> list[Referral]:
    """The drafts this lead may see. `search` is any part of a reference; `skip` and `most` cut a page out."""
    asked = _matching(select(Referral), lead, search)
    if status is not None:
        asked = asked.where(Referral.status == status)
    return list(session.scalars(asked.order_by(*IN_ORDER).offset(skip).limit(most)))


def count_drafts(session: Session, lead: Lead, search: str | None = None) -> dict[Status, int]:
    """How many of them have each status, every status named."""
    asked = _matching(select(Referral.status, func.count()), lead, search).group_by(Referral.status)
    return dict.fromkeys(Status, 0) | dict(session.execute(asked).tuples().all())


def _matching(asked: Select[Row], lead: Lead, search: str | None) -> Select[Row]:
    asked = asked.where(seen_by(lead))
    wanted = compact(search or "")
    if not wanted:
        return asked
    if any(c not in ALPHABET for c in wanted):
        return asked.where(Referral.id.is_(None))
    return asked.where(func.replace(Referral.reference, "-", "").contains(wanted))
