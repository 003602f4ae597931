"""What came in from Teams and waits, and what waits to go out: stored first, done after, once and in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.channels.teams.arrived import Arrived
from bot.channels.teams.tables import TeamsArrival, TeamsChat, TeamsLead, TeamsSending
from bot.storage.base import now

REMEMBERED = timedelta(days=1)
"""How long it is known that an activity was taken: longer than an activity may be old (admission.OLDEST)."""
GIVEN_UP = timedelta(days=1)
"""After that, a message that could not be sent is dropped: the answer of yesterday helps nobody."""
FORGOTTEN = timedelta(days=30)
"""After that long without a message, where a chat is reached is forgotten, unless it is a lead's."""


class AlreadyTaken(RuntimeError):
    """Another process has dealt with this arrival; the work on it is undone."""


def receive(
    session: Session, key: str, reference: dict[str, Any], activity: str, arrived: Arrived, at: datetime
) -> bool:
    """Store what came in, and where the chat is reached now. `at` is when Teams had it.

    False: it was stored before, so nothing was done.
    """
    if session.scalar(select(TeamsArrival.id).where(TeamsArrival.activity == activity)) is not None:
        return False
    moment = now()
    chat = session.get(TeamsChat, key)
    try:
        if chat is None:
            with session.begin_nested():
                session.add(TeamsChat(key=key, token=None, reference=reference, open_card=None, seen_at=moment))
        else:
            chat.reference, chat.seen_at = reference, moment
        with session.begin_nested():
            body = arrived.model_dump(mode="json")
            session.add(TeamsArrival(activity=activity, chat_key=key, body=body, at=at, done_at=None))
    except IntegrityError:
        if session.get(TeamsChat, key) is None or _known(session, activity):
            return False
        return receive(session, key, reference, activity, arrived, at)  # the chat itself was made meanwhile
    return True


def _known(session: Session, activity: str) -> bool:
    return session.scalar(select(TeamsArrival.id).where(TeamsArrival.activity == activity)) is not None


def oldest(session: Session, key: str) -> TeamsArrival | None:
    """What waits longest in this chat."""
    waiting = select(TeamsArrival).where(TeamsArrival.chat_key == key, TeamsArrival.done_at.is_(None))
    return session.scalar(waiting.order_by(TeamsArrival.at, TeamsArrival.id).limit(1))


def finish(session: Session, arrival: int) -> None:
    """Mark it dealt with and empty it. Raises AlreadyTaken."""
    mine = update(TeamsArrival).where(TeamsArrival.id == arrival, TeamsArrival.done_at.is_(None))
    emptied = mine.values(done_at=now(), body=None)
    done = session.execute(emptied, execution_options={"synchronize_session": False})
    if done.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
        raise AlreadyTaken


def send(session: Session, key: str, bodies: Iterable[dict[str, Any]]) -> None:
    """Put messages in line for a chat."""
    moment = now()
    session.add_all(TeamsSending(chat_key=key, body=body, attempts=0, due_at=moment, at=moment) for body in bodies)


def next_to_send(session: Session, key: str) -> TeamsSending | None:
    """The message that is first in line for this chat."""
    return session.scalar(select(TeamsSending).where(TeamsSending.chat_key == key).order_by(TeamsSending.id).limit(1))


def put_off(sending: TeamsSending) -> None:
    """Try again later: after 1, 2, 4 ... seconds, at most five minutes."""
    sending.due_at = now() + timedelta(seconds=min(2**sending.attempts, 300))
    sending.attempts += 1


def waiting_chats(session: Session) -> tuple[list[str], list[str]]:
    """The chats with something to deal with, and those with something due to be sent."""
    taken = select(TeamsArrival.chat_key).where(TeamsArrival.done_at.is_(None)).distinct()
    due = select(TeamsSending.chat_key).where(TeamsSending.due_at <= now()).distinct()
    return list(session.scalars(taken)), list(session.scalars(due))


def tidy(session: Session) -> None:
    """Forget what is no longer needed."""
    session.execute(delete(TeamsArrival).where(TeamsArrival.done_at < now() - REMEMBERED))
    session.execute(delete(TeamsSending).where(TeamsSending.at < now() - GIVEN_UP))
    leads = select(TeamsLead.chat_key).where(TeamsLead.chat_key.is_not(None))
    old = (TeamsChat.seen_at < now() - FORGOTTEN, TeamsChat.key.not_in(leads))
    session.execute(delete(TeamsChat).where(*old))
