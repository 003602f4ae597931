"""Teams as a part of the service: its door, its work, its start and stop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from microsoft_agents.activity import Activity
from microsoft_agents.hosting.core import OutboundHostValidator
from sqlalchemy.orm import Session

from bot.channels.conversations import Conversations
from bot.channels.teams.arrived import Arrived
from bot.channels.teams.cards.messages import Message
from bot.channels.teams.delivery import Delivery
from bot.channels.teams.group import answer_group
from bot.channels.teams.hashing import activity_key, chat_key
from bot.channels.teams.intake import Intake
from bot.channels.teams.lanes import Lanes
from bot.channels.teams.lead_accounts import note_chat
from bot.channels.teams.mailbag import AlreadyTaken, receive, tidy, waiting_chats
from bot.channels.teams.outbound import Outbound, TokenProvider
from bot.channels.teams.slow_turn import typing_when_slow
from bot.channels.teams.tables import TeamsChat
from bot.channels.teams.taking import Later, Taking
from bot.guidance.packs import Packs
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions

log = logging.getLogger(__name__)
LOOK_EVERY = 5.0
"""Seconds between two looks for what waits: left from before a stop, or due to be tried again."""
TIDY_EVERY = 120
"""So many looks, and what is no longer needed is deleted."""


class Teams:
    """Keeps what arrives, takes the turns in order, sends the answers."""

    def __init__(
        self,
        settings: Settings,
        sessions: Sessions,
        conversations: Conversations,
        packs: Packs,
        outbound: Outbound,
        look_every: float = LOOK_EVERY,
    ) -> None:
        self.look_every = look_every
        self.settings, self.sessions, self.conversations, self.packs = settings, sessions, conversations, packs
        areas = {connection.app_id: connection.area for connection in settings.teams_connections}
        self.areas = areas
        self._intake = Intake(sessions)
        self.taking = Taking(sessions, conversations, areas, settings.public_url, self._group)
        self.delivery = Delivery(sessions, outbound)
        self._turns, self._sends = Lanes(self._take_all), Lanes(self.delivery.deliver)

    async def keep(self, app_id: str, tenant: str, activity: Activity, arrived: Arrived) -> None:
        """Store what arrived and wake the work on it. When this returns, it will not be lost."""
        key = self.key_of(tenant, activity)
        if key is None:
            return
        marks = [activity.id or "", str(activity.timestamp) if arrived.kind in ("edit", "delete") else ""]
        name = activity_key(self.settings.key, key, arrived.kind, *marks)
        reference = activity.get_conversation_reference()
        reference.activity_id = None
        kept = {
            "app_id": app_id,
            "reference": reference.model_dump(mode="json", by_alias=True, exclude_none=True),
        }

        def store(session: Session) -> None:
            receive(session, key, kept, name, arrived, activity.timestamp or now())
            if not arrived.group and activity.from_property:
                note_chat(session, self.settings.key, tenant, activity.from_property.aad_object_id, key)

        await self._intake.store(store)
        self._turns.wake(key)

    async def forget(self, tenant: str, activity: Activity) -> None:
        """The app was removed: forget where this chat is reached, and what waited for it."""
        key = self.key_of(tenant, activity)

        def delete() -> None:
            with self.sessions.begin() as session:
                if key is not None and (chat := session.get(TeamsChat, key)) is not None:
                    session.delete(chat)

        await asyncio.to_thread(delete)

    def key_of(self, tenant: str, activity: Activity) -> str | None:
        """The key of the chat; None for an activity of nobody."""
        if activity.from_property is None or not activity.from_property.id or activity.conversation is None:
            return None
        return chat_key(self.settings.key, tenant, activity.conversation.id, activity.from_property.id)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While the service runs: what was left from before is taken up first."""
        look = asyncio.create_task(self._look())
        try:
            yield
        finally:
            look.cancel()
            with suppress(asyncio.CancelledError):
                await look
            await self._turns.stop()
            await self._sends.stop()

    def send_soon(self, key: str) -> None:
        """Something waits to be sent to this chat."""
        self._sends.wake(key)

    async def _take_all(self, key: str) -> None:
        while (waiting := await asyncio.to_thread(self.taking.next, key)) is not None:
            await self._intake.quiet()  # a turn takes the processor: what is arriving is acknowledged first
            try:
                async with typing_when_slow(lambda: self.delivery.typing(key)):
                    await self.taking.take(waiting)
            except AlreadyTaken:
                continue
            except Later:
                return
            finally:
                self._sends.wake(key)

    async def _group(self, app_id: str, text: str) -> Message:
        today = self.settings.date_today()
        pack = self.packs.for_area(self.areas.get(app_id), today)
        agent = self.conversations.talk.agent
        return await self.conversations.beside(lambda: answer_group(agent, pack, app_id, text, today))

    async def _look(self) -> None:
        looks = 0
        while True:
            try:
                taken, due = await asyncio.to_thread(self._waiting, looks % TIDY_EVERY == 0)
                for key in taken:
                    self._turns.wake(key)
                for key in due:
                    self._sends.wake(key)
            except Exception as error:
                log.error("looking for what waits in Teams failed with %s", type(error).__name__)
            looks += 1
            await asyncio.sleep(self.look_every)

    def _waiting(self, tidying: bool) -> tuple[list[str], list[str]]:
        with self.sessions.begin() as session:
            if tidying:
                tidy(session)
            return waiting_chats(session)


def host_validator(settings: Settings) -> OutboundHostValidator:
    """Which addresses may be talked to: Microsoft's alone; any, in a test with the Playground."""
    return OutboundHostValidator(enabled=not settings.teams_playground)


def make_teams(
    settings: Settings,
    sessions: Sessions,
    conversations: Conversations,
    packs: Packs,
    **provider: Any,
) -> Teams | None:
    """Teams, if the settings ask for it. `provider`: a TokenProvider other than MSAL, for tests."""
    if not settings.teams_connections and not settings.teams_playground:
        return None
    outbound = Outbound(settings.teams_connections, host_validator(settings), **provider)
    return Teams(settings, sessions, conversations, packs, outbound)


__all__ = ["Teams", "TokenProvider", "host_validator", "make_teams"]
