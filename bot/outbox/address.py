"""Giving items to every way that reaches their lead: new ones, and those whose way is gone or could not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from bot.outbox.item import UNADDRESSED, Item
from bot.outbox.queue import add, wait_after
from bot.outbox.way import Way


def address(session: Session, ways: Sequence[Way], at: datetime, most: int = 100) -> int:
    """Give the items that have no way, or one that is none of these, to those that reach their lead; how many got one.

    What none reaches is looked at again later, until its time is over.
    """
    names = [way.name for way in ways]
    kinds = [kind for way in ways for kind in way.kinds]
    if not kinds:
        return 0
    gone = (Item.way != UNADDRESSED) & Item.lease.is_(None) & Item.due_at.is_not(None)
    lost = select(Item).where(Item.way.not_in(names), Item.kind.in_(kinds), or_(Item.due_at <= at, gone))
    found = session.scalars(lost.order_by(Item.id).limit(most).with_for_update(skip_locked=True)).all()
    return sum(_address(session, ways, item, at) for item in found)


def elsewhere(session: Session, ways: Sequence[Way], item: Item) -> None:
    """Give an item that was given up, and so is empty, to the ways that reach its lead and have not had it."""
    _, reaching = _reaching(session, ways, item)
    for way in reaching:
        _copy(session, item, way, None)


def _address(session: Session, ways: Sequence[Way], item: Item, at: datetime) -> bool:
    others, reaching = _reaching(session, ways, item)
    if reaching:
        values = {"way": reaching[0], "due_at": at, "attempts": 0}
    else:
        values = {"way": UNADDRESSED, "due_at": at + wait_after(item.attempts + 1), "attempts": item.attempts + 1}
    as_found = (
        Item.id == item.id,
        Item.way == item.way,
        Item.due_at == item.due_at,
        Item.attempts == item.attempts,
    )
    if not reaching and others:  # another way has it
        session.execute(delete(Item).where(*as_found))
        return False
    given = update(Item).where(*as_found).values(lease=None, **values).returning(Item.id)
    if session.execute(given, execution_options={"synchronize_session": False}).first() is None:
        return False  # another worker was first: SQLite locks nothing that is read
    for way in reaching[1:]:
        _copy(session, item, way, item.body)
    return bool(reaching)


def _reaching(session: Session, ways: Sequence[Way], item: Item) -> tuple[set[str], list[str]]:
    """The ways of other items with the same key, and those besides that could have it."""
    others = set(session.scalars(select(Item.way).where(Item.key == item.key, Item.id != item.id)))
    fit = [way for way in ways if item.kind in way.kinds and way.name not in others | {item.way}]
    return others, [way.name for way in fit if way.reaches(session, item)]


def _copy(session: Session, item: Item, way: str, body: dict[str, Any] | None) -> None:
    lasts = item.ends_at - item.made_at
    add(
        session, item.kind, lasts, way=way, key=item.key, body=body, referral_id=item.referral_id,
        lead_id=item.lead_id, at=item.made_at,
    )  # fmt: skip
