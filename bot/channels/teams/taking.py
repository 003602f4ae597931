"""Dealing with what arrived: a turn of the guide, its answers put in line, all in one transaction."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.channels.conversations import Conversations, Turn
from bot.channels.model import Reply
from bot.channels.problems import EarlierTurn, ExpiredConversation, Problem, UnknownConversation
from bot.channels.teams import words
from bot.channels.teams.arrived import Arrived
from bot.channels.teams.cards.messages import Message, closing, in_group, messages, plain, welcome
from bot.channels.teams.mailbag import ARRIVALS, send
from bot.channels.teams.marking import is_of, mark_of
from bot.channels.teams.pressing import Sent, what_was_sent
from bot.channels.teams.receiver import GROUPS
from bot.channels.teams.tables import TeamsChat
from bot.guidance.says import say
from bot.outbox import queue
from bot.outbox.item import Item
from bot.outbox.way import Later, Way
from bot.storage.database import Sessions

log = logging.getLogger(__name__)
OVER = (UnknownConversation, ExpiredConversation)


class Waiting(NamedTuple):
    """What came in and is to be dealt with now, and its chat as it stands."""

    item: Item
    arrived: Arrived
    chat: TeamsChat


class Taking(Way):
    """Takes what came in, chats side by side, in a chat one after another.

    `areas` maps an application id to the area of its connection; `group` answers where others read along; `around` is
    entered for each, with its chat's key.
    """

    name = ARRIVALS
    at_once = 16
    tries = 3

    def __init__(
        self,
        sessions: Sessions,
        conversations: Conversations,
        areas: dict[str, str | None],
        public_url: str,
        group: Callable[[str, str], Awaitable[Message]],
        around: Callable[[str], AbstractAsyncContextManager[None]],
    ) -> None:
        self.sessions, self.conversations, self.areas, self.public_url = sessions, conversations, areas, public_url
        self.group, self.around = group, around

    async def deliver(self, item: Item, body: dict[str, Any] | None) -> None:
        """Deal with it, once: it is done in the transaction that stores what comes of it.

        Raises Later when the database would not have it, NotHeld when another worker has it.
        """
        assert item.lane is not None
        async with self.around(item.lane):
            chat = await asyncio.to_thread(self._chat, item)
            if chat is not None:  # else it was forgotten meanwhile
                await self._deal(Waiting(item, Arrived.model_validate(body), chat))

    def given_up(self, session: Session, item: Item) -> None:
        """Tell whoever sent it that it could not be taken, with a reference to find in the log."""
        reference = session.scalar(select(TeamsChat.reference).where(TeamsChat.key == item.lane))
        if item.lane is None or reference is None:
            return
        incident = secrets.token_hex(4)
        log.error("incident %s: what came in from Teams as item %s could not be taken", incident, item.id)
        where = reference["reference"].get("conversation") or {}
        others = where.get("isGroup") or where.get("conversationType") in GROUPS
        said = say("problem" if others else "failed", incident=incident)
        send(session, item.lane, [in_group(said, str(reference["app_id"])) if others else plain(said)])

    def _chat(self, item: Item) -> TeamsChat | None:
        with self.sessions() as session:
            return session.get(TeamsChat, item.lane)

    async def _deal(self, waiting: Waiting) -> None:
        arrived = waiting.arrived
        if arrived.kind == "welcome":
            await self._say(waiting, self._greeting(waiting), welcomed=True)
        elif arrived.group:
            await self._say(waiting, await self._to_group(waiting))
        elif arrived.kind in ("edit", "delete"):
            await self._note(waiting)
        else:
            await self._turn(waiting)

    def _greeting(self, waiting: Waiting) -> list[Message]:
        if waiting.chat.welcomed:
            return []
        return [in_group(words.WELCOME_GROUP, self._app(waiting)) if waiting.arrived.group else welcome()]

    async def _to_group(self, waiting: Waiting) -> list[Message]:
        arrived = waiting.arrived
        if arrived.kind in ("edit", "delete"):
            return []
        if arrived.kind == "press" or arrived.files or not arrived.text:
            return [in_group(words.NOT_HERE if arrived.files else words.ONLY_GUIDANCE, self._app(waiting))]
        return [await self.group(self._app(waiting), arrived.text)]

    async def _turn(self, waiting: Waiting) -> None:
        arrived, chat = waiting.arrived, waiting.chat
        before = [plain(words.NO_FILES)] if arrived.files else []
        if arrived.kind == "message" and not arrived.text:
            return await self._say(waiting, before)
        sent = what_was_sent(arrived)
        if isinstance(sent, str):
            return await self._say(waiting, [plain(sent)])
        if sent.since is not None and not is_of(chat.token, arrived.press):
            return await self._earlier(waiting, None)
        try:
            await self._take(waiting, sent, chat.token, before)
        except OVER:
            if arrived.kind == "press" and not sent.starts:
                return await self._say(waiting, [plain(words.EARLIER)], over=True)
            await self._take(waiting, sent, None, [*before, plain(words.BEGUN_ANEW)])
        except EarlierTurn as late:
            await self._earlier(waiting, late.turns)
        except Problem as problem:
            if problem.status == 503:
                raise Later from None
            await self._say(waiting, [*before, plain(problem.detail)])
        return None

    async def _take(self, waiting: Waiting, sent: Sent, token: str | None, before: Sequence[Message]) -> None:
        await self.conversations.take_turn(
            token,
            text=sent.text,
            choice=sent.choice,
            area=self.areas.get(self._app(waiting)) if token is None else None,
            since=sent.since if token is not None else None,
            removed=waiting.arrived.removed,
            also=lambda session, turn: self._store(session, waiting, turn, before),
        )

    def _store(self, session: Session, waiting: Waiting, turn: Turn, before: Sequence[Message] = ()) -> None:
        """In the turn's own transaction: it is done, its card is closed, its answers are in line."""
        queue.done(session, waiting.item)
        chat = session.get_one(TeamsChat, waiting.chat.key)
        chat.token = turn.token
        send(session, chat.key, [*_closings(chat, waiting.arrived, turn), *before, *self._answers(turn)])
        chat.open_card = None

    def _answers(self, turn: Turn) -> list[Message]:
        return messages(turn.replies, mark_of(turn.token, turn.number), self.public_url)

    async def _note(self, waiting: Waiting) -> None:
        edited = waiting.arrived.kind == "edit"
        line = words.EDITED_LINE + waiting.arrived.text if edited else words.DELETED_LINE
        try:
            if waiting.chat.token is None:
                raise UnknownConversation
            await self.conversations.note(
                waiting.chat.token,
                line,
                words.EDITED if edited else words.DELETED,
                typed=edited,
                also=lambda session, turn: self._store(session, waiting, turn),
            )
        except OVER:
            await self._say(waiting, [])

    async def _earlier(self, waiting: Waiting, turns: int | None) -> None:
        """Say that a press changed nothing; ask again what is asked now, unless the same card was pressed twice."""
        press, token = waiting.arrived.press, waiting.chat.token
        if press and turns is not None and press.turn == turns - 1 and not press.start:
            return await self._say(waiting, [plain(words.ALREADY)])
        pending: Reply | None = None
        number = turns
        if token is not None:
            try:
                pending, number = await asyncio.to_thread(self.conversations.asked_now, token)
            except OVER:
                pending = None
        if pending is None or token is None or number is None:
            return await self._say(waiting, [plain(words.EARLIER)])
        again = messages([pending], mark_of(token, number), self.public_url)
        return await self._say(waiting, [plain(words.EARLIER_ASKS), *again])

    async def _say(
        self, waiting: Waiting, bodies: Sequence[Message], *, welcomed: bool = False, over: bool = False
    ) -> None:
        def store() -> None:
            with self.sessions.begin() as session:
                queue.done(session, waiting.item)
                chat = session.get_one(TeamsChat, waiting.chat.key)
                chat.welcomed = chat.welcomed or welcomed
                chat.token = None if over else chat.token
                send(session, chat.key, bodies)

        await asyncio.to_thread(store)

    @staticmethod
    def _app(waiting: Waiting) -> str:
        return str(waiting.chat.reference["app_id"])


def _closings(chat: TeamsChat, arrived: Arrived, turn: Turn) -> list[Message]:
    """The card that was answered loses its fields, so that it cannot be pressed again."""
    open_card = chat.open_card or {}
    pressed = arrived.card if arrived.kind == "press" else None
    if pressed and arrived.press and arrived.press.question:
        asks = open_card.get("asks") if open_card.get("id") == pressed else None
        return [closing(pressed, asks or "Question", turn.words)]
    if open_card and arrived.kind == "message":
        return [closing(open_card["id"], open_card["asks"], None)]
    return []
