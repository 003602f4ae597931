"""What comes in from Teams and what goes out to it, put into the outbox: in a chat each is dealt with in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.channels.teams.arrived import Arrived
from bot.channels.teams.tables import TeamsChat
from bot.outbox import queue
from bot.outbox.item import Item
from bot.storage.base import now

ARRIVALS, MESSAGES = "teams_arrivals", "teams_messages"
"""The two ways. A chat's key is its lane in both."""
LASTS = timedelta(days=1)
"""After that it is given up: the answer of yesterday helps nobody."""


def receive(
    session: Session, key: str, reference: dict[str, Any], activity: str, arrived: Arrived, at: datetime
) -> None:
    """Store what came in, and where the chat is reached now; nothing, if it was stored before.

    `activity` is its key: a hash. `at` is when Teams had it: two messages may reach us the other way round.
    """
    if _known(session, activity):
        return
    moment = now()
    chat = update(TeamsChat).where(TeamsChat.key == key).values(reference=reference, seen_at=moment)
    try:
        if session.scalar(chat.returning(TeamsChat.key)) is None:
            with session.begin_nested():
                session.add(TeamsChat(key=key, token=None, reference=reference, open_card=None, seen_at=moment))
        with session.begin_nested():
            body = arrived.model_dump(mode="json")
            queue.add(session, "arrival", LASTS, way=ARRIVALS, key=activity, lane=key, body=body, at=at)
    except IntegrityError:
        if not _known(session, activity):
            receive(session, key, reference, activity, arrived, at)  # the chat itself was made meanwhile


def _known(session: Session, activity: str) -> bool:
    return session.scalar(select(Item.id).where(Item.key == activity, Item.way == ARRIVALS)) is not None


def send(session: Session, key: str, bodies: Iterable[dict[str, Any]]) -> None:
    """Put messages in line for a chat, behind those that wait, whatever another machine's clock said of them."""
    waiting = select(func.max(Item.made_at)).where(Item.lane == key, Item.way == MESSAGES, Item.due_at.is_not(None))
    moment = max(now(), session.scalar(waiting) or now())
    for body in bodies:
        queue.add(session, "message", LASTS, way=MESSAGES, lane=key, body=body, at=moment)
    session.flush()  # numbers in the order given
