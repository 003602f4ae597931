"""Keeping conversations: the row of one, its transcript, and what may be chosen next."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from bot.channels.choices import mint
from bot.channels.model import Choice, Reply, Said, Transcript
from bot.dialogue.option_labels import labels_by_fact
from bot.dialogue.tables import ConversationRow, DialogueState, MessageRow
from bot.storage.base import now

AT_FIRST = {"start_check": {"payload": "/start_check", "label": "Start the check"}}
"""What a conversation in which nothing was said yet can begin with, besides typed words."""


def hashed(token: str) -> str:
    """What is stored of a token: a stolen database opens no conversation."""
    return hashlib.sha256(token.encode()).hexdigest()


def find(session: Session, token: str, *, held: bool = False) -> ConversationRow | None:
    """The conversation of this token. `held`: nobody else changes it until this transaction ends (PostgreSQL)."""
    found = select(ConversationRow).where(ConversationRow.token_hash == hashed(token))
    return session.scalar(found.with_for_update() if held else found)


def begin(session: Session, token: str, area: str | None, expires_at: datetime) -> ConversationRow:
    """A new conversation; its area, where one is given, is a fact told already."""
    row = ConversationRow(
        id=secrets.token_hex(16), token_hash=hashed(token), area=area, case_number=1, messages=0, turns=0,
        offered=AT_FIRST, created_at=now(), expires_at=expires_at,
    )  # fmt: skip
    session.add(row)
    _tell_area(session, row)
    return row


def is_over(session: Session, row: ConversationRow, token: str) -> bool:
    """Whether somebody ended the conversation, or took it along, since `row` was read. To be asked with all else
    written, when nobody can write any more: SQLite holds no row while it is only read."""
    columns = ConversationRow.token_hash, ConversationRow.expires_at
    found = session.execute(select(*columns).where(ConversationRow.id == row.id)).one_or_none()
    return found is None or found.token_hash != hashed(token) or found.expires_at <= now()


def next_case(session: Session, row: ConversationRow) -> None:
    """Put this case aside and open a new one of the same conversation."""
    last = session.scalar(select(func.max(MessageRow.case_number)).where(_of(row))) or 0
    row.case_number = max(row.case_number, last) + 1
    _tell_area(session, row)


def previous_case(session: Session, row: ConversationRow) -> bool:
    """Go back to the case before this one, as it was put aside; False where there is none."""
    before = range(row.case_number - 1, 0, -1)
    there = next((n for n in before if session.get(DialogueState, f"{row.id}.{n}") is not None), None)
    row.case_number = there or row.case_number
    return there is not None


def has_case(session: Session, row: ConversationRow) -> bool:
    """Whether this conversation's present case has answers, besides the area."""
    state = session.get(DialogueState, f"{row.id}.{row.case_number}")
    return state is not None and bool(state.state["slots"].keys() & (labels_by_fact().keys() - {"area"}))


def _tell_area(session: Session, row: ConversationRow) -> None:
    if row.area:
        state = {"slots": {"area": row.area}, "active_loop": None}
        session.add(DialogueState(sender_id=f"{row.id}.{row.case_number}", state=state, updated_at=now()))


def keep(
    session: Session, row: ConversationRow, words: str, *, typed: bool, replies: list[Reply], key: str | None = None
) -> None:
    """Add the turn to the transcript."""
    session.add(_line(row, who="user", text=words, typed=typed, key=key))
    for reply in replies:
        session.add(_line(row, who="guide", text=reply.text, reply=reply.model_dump(mode="json")))
    row.turns += 1


def _line(row: ConversationRow, **line: Any) -> MessageRow:
    row.messages += 1
    return MessageRow(conversation_id=row.id, n=row.messages, case_number=row.case_number, at=now(), **line)


def replies_to(session: Session, row: ConversationRow, key: str) -> list[Reply] | None:
    """What was replied to the message of this key; None when no such message was taken."""
    n = session.scalar(select(MessageRow.n).where(_of(row), MessageRow.key == key))
    if n is None:
        return None
    after = session.scalars(_ordered(row).where(MessageRow.n > n))
    return [Reply(**line.reply) for line in takewhile(lambda line: line.who == "guide", after) if line.reply]


def offered(said: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """The choices that this turn mints. Raises ValueError when two share a value."""
    return mint(b for part in said for b in (*(part.get("buttons") or ()), *(part.get("also") or ())))


def pending(session: Session, row: ConversationRow) -> Reply | None:
    """The reply whose question waits for an answer."""
    last_said = select(func.max(MessageRow.n)).where(_of(row), MessageRow.who == "user").scalar_subquery()
    replies = [line.reply for line in _lines(session, _ordered(row).where(MessageRow.n > func.coalesce(last_said, 0)))]
    return _waiting([reply for reply in replies if reply])


def transcript(session: Session, row: ConversationRow, last: int | None = None) -> Transcript:
    """The conversation as a page shows it: its `last` messages, or all."""
    since = row.messages - last if last is not None else 0
    said = _lines(session, _ordered(row).where(MessageRow.n > since))
    latest = _latest_replies(said)
    waiting = _waiting(latest)
    buttons = [choice for reply in latest for choice in (*(() if reply.question else reply.options), *reply.also)]
    return Transcript(messages=said, pending=waiting, buttons=_once(buttons), area=row.area, expires_at=row.expires_at)


def _of(row: ConversationRow) -> ColumnElement[bool]:
    return MessageRow.conversation_id == row.id


def _ordered(row: ConversationRow) -> Select[tuple[MessageRow]]:
    return select(MessageRow).where(_of(row)).order_by(MessageRow.n)


def _lines(session: Session, lines: Select[tuple[MessageRow]]) -> tuple[Said, ...]:
    return tuple(
        Said(
            n=line.n,
            who="user" if line.who == "user" else "guide",
            text=line.text,
            reply=Reply(**line.reply) if line.reply else None,
            key=line.key,
        )
        for line in session.scalars(lines)
    )


def _waiting(latest: list[Reply]) -> Reply | None:
    return latest[-1] if latest and latest[-1].question else None


def _latest_replies(said: tuple[Said, ...]) -> list[Reply]:
    last_user = max((line.n for line in said if line.who == "user"), default=0)
    return [line.reply for line in said if line.n > last_user and line.reply]


def _once(choices: list[Choice]) -> tuple[Choice, ...]:
    return tuple({choice.value: choice for choice in choices}.values())
