"""Putting items in line, taking those that are due for a while, and saying what became of them."""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import and_, case, delete, func, or_, select, tuple_, update
from sqlalchemy.orm import Session, aliased

from bot.outbox.item import UNADDRESSED, Item
from bot.storage.base import now

LEASE = timedelta(minutes=2)
"""Longer than any way takes for one item (`worker.PATIENCE`); after it, a worker that died has lost its hold."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(minutes=5)
STATES = ("waiting", "done", "given_up")
AS_STORED = {"synchronize_session": False, "populate_existing": True}


class NotHeld(RuntimeError):
    """Another worker has this item, or it is settled; what was done for it must be undone."""


def add(
    session: Session,
    kind: str,
    lasts: timedelta,
    *,
    way: str = UNADDRESSED,
    key: str | None = None,
    lane: str | None = None,
    body: dict[str, Any] | None = None,
    referral_id: int | None = None,
    lead_id: int | None = None,
    at: datetime | None = None,
) -> Item:
    """Put an item in line, to be tried as long as it `lasts`, from now. `at` (default: now) is its place in the lane.

    `key` (default: a new one) must be its own among the items of its way.
    """
    moment = now()
    item = Item(
        key=key or uuid4().hex, kind=kind, way=way, lane=lane, body=body, referral_id=referral_id, lead_id=lead_id,
        made_at=at or moment, ends_at=moment + lasts, due_at=moment, attempts=0,
    )  # fmt: skip
    session.add(item)
    return item


def lease(session: Session, way: str, holder: str, at: datetime, most: int = 1) -> list[Item]:
    """Items due for this way, now held by `holder`; no other worker gets them while the lease lasts. Bodies unread.

    One statement. PostgreSQL passes over rows that another worker is just taking; SQLite lets one writer in at a
    time, and the statement begins as a writer.
    """
    other = aliased(Item)
    held = and_(other.lease.is_not(None), other.due_at > at)
    earlier = tuple_(other.made_at, other.id) < tuple_(Item.made_at, Item.id)
    first_in_lane = ~(
        select(other.id)
        .where(other.lane == Item.lane, other.way == way, other.due_at.is_not(None), other.id != Item.id)
        .where(or_(held, earlier))
        .exists()
    )
    due = select(Item.id).where(Item.way == way, Item.due_at <= at, Item.ends_at > at, first_in_lane)
    due = due.order_by(Item.due_at, Item.id).limit(most)
    if session.scalar(due.limit(1)) is None:
        return []  # nobody waits for a writer that has nothing to write
    taken = (
        update(Item)
        .where(Item.id.in_(due.with_for_update(skip_locked=True)))
        .values(due_at=at + LEASE, lease=holder, attempts=Item.attempts + 1)
        .returning(Item)
    )
    return list(session.scalars(taken, execution_options=AS_STORED))


def done(session: Session, item: Item) -> None:
    """Record that it was done, and empty it. Raises NotHeld."""
    _settle(session, item, done_at=now(), due_at=None, body=None)


def give_up(session: Session, item: Item) -> None:
    """Record that it is tried no more, and empty it. Raises NotHeld."""
    _settle(session, item, given_up_at=now(), due_at=None, body=None)


def put_off(session: Session, item: Item) -> None:
    """Have it tried again later. Raises NotHeld."""
    _settle(session, item, due_at=now() + wait_after(item.attempts))


def release(session: Session, holder: str) -> None:
    """Give back at once all that a worker holds that is stopping."""
    held = update(Item).where(Item.lease == holder).values(lease=None, due_at=now())
    session.execute(held, execution_options=AS_STORED)


def expire(session: Session, ways: Collection[str], kinds: Collection[str], at: datetime) -> list[Item]:
    """Give up what no way has, or one of these, or is of these kinds, and whose time is over; the items given up."""
    free = or_(Item.lease.is_(None), Item.due_at <= at)
    ours = or_(Item.way.in_([UNADDRESSED, *ways]), Item.kind.in_(kinds))
    over = (Item.due_at.is_not(None), Item.ends_at <= at, free, ours)
    if session.scalar(select(Item.id).where(*over).limit(1)) is None:
        return []
    ended = update(Item).where(*over).values(given_up_at=at, due_at=None, lease=None, body=None).returning(Item)
    return list(session.scalars(ended, execution_options=AS_STORED))


def drop_lane(session: Session, lane: str) -> None:
    """Delete all that stands in this lane, whatever its way."""
    session.execute(delete(Item).where(Item.lane == lane))


def wait_after(attempts: int) -> timedelta:
    """How long to wait after this many attempts (1 or more): doubled each time up to five minutes, each time up to a
    tenth longer by chance, so that what failed together is not tried again together.
    """
    plain: timedelta = min(FIRST_WAIT * 2 ** min(attempts - 1, 20), LONGEST_WAIT)
    return plain * (1 + random.uniform(0, 0.1))  # noqa: S311 - spreads load, guards nothing


def counts(session: Session) -> dict[str, dict[str, int]]:
    """For each way with items: {"waiting": n, "done": n, "given_up": n}; what is not addressed yet is under ""."""
    became = case((Item.done_at.is_not(None), "done"), (Item.given_up_at.is_not(None), "given_up"), else_="waiting")
    found: dict[str, dict[str, int]] = {}
    for way, state, number in session.execute(select(Item.way, became, func.count()).group_by(Item.way, became)):
        found.setdefault(way, dict.fromkeys(STATES, 0))[state] = number
    return found


def _settle(session: Session, item: Item, **values: Any) -> None:
    """`attempts` tells a hold from a later one of the same worker."""
    held = (Item.id == item.id, Item.lease == item.lease, Item.attempts == item.attempts)
    settled = update(Item).where(*held).values(lease=None, **values).returning(Item.id)
    if session.execute(settled, execution_options=AS_STORED).first() is None:
        raise NotHeld
