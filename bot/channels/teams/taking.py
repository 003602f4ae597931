"""Dealing with what arrived: a turn of the guide, its answers put in line, all in one transaction."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from bot.channels.conversations import Conversations, Turn
from bot.channels.model import Reply
from bot.channels.problems import EarlierTurn, ExpiredConversation, Problem, UnknownConversation
from bot.channels.teams import words
from bot.channels.teams.arrived import Arrived
from bot.channels.teams.cards.messages import Message, closing, in_group, messages, plain, welcome
from bot.channels.teams.mailbag import finish, oldest, send
from bot.channels.teams.marking import is_of, mark_of
from bot.channels.teams.pressing import Sent, what_was_sent
from bot.channels.teams.tables import TeamsChat
from bot.storage.database import Sessions

log = logging.getLogger(__name__)
OVER = (UnknownConversation, ExpiredConversation)


class Later(Exception):
    """It could not be taken now; it stays where it is."""


class Waiting(NamedTuple):
    """What waits longest in a chat, and the chat as it stands."""

    id: int
    arrived: Arrived
    chat: TeamsChat


class Taking:
    """`areas` maps an application id to the area of its connection; `group` answers where others read along."""

    def __init__(
        self,
        sessions: Sessions,
        conversations: Conversations,
        areas: dict[str, str | None],
        public_url: str,
        group: Callable[[str, str], Any],
    ) -> None:
        self.sessions, self.conversations, self.areas, self.public_url = sessions, conversations, areas, public_url
        self.group = group

    def next(self, key: str) -> Waiting | None:
        """What waits longest in this chat."""
        with self.sessions() as session:
            arrival, chat = oldest(session, key), session.get(TeamsChat, key)
            if arrival is None or chat is None:
                return None
            return Waiting(arrival.id, Arrived.model_validate(arrival.body), chat)

    async def take(self, waiting: Waiting) -> None:
        """Deal with it, once. Raises Later when the database would not have it, AlreadyTaken when another was first."""
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
        finish(session, waiting.id)
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
                finish(session, waiting.id)
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
