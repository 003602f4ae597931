"""Teams as a part of the service: its door, its work, its start and stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from microsoft_agents.activity import Activity
from microsoft_agents.hosting.core import OutboundHostValidator
from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.channels.conversations import Conversations
from bot.channels.teams.arrived import Arrived
from bot.channels.teams.cards.messages import Message
from bot.channels.teams.delivery import Delivery
from bot.channels.teams.group import answer_group
from bot.channels.teams.hashing import activity_key, chat_key
from bot.channels.teams.intake import Intake
from bot.channels.teams.lead_accounts import note_chat
from bot.channels.teams.mailbag import receive
from bot.channels.teams.outbound import Outbound
from bot.channels.teams.slow_turn import typing_when_slow
from bot.channels.teams.tables import TeamsChat
from bot.channels.teams.taking import Taking
from bot.guidance.packs import Packs
from bot.outbox import queue
from bot.outbox.worker import LOOKS_EVERY, Worker, stop_all
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions


class Teams:
    """Keeps what arrives, takes the turns in order, sends the answers."""

    def __init__(
        self, settings: Settings, sessions: Sessions, conversations: Conversations, packs: Packs, delivery: Delivery
    ) -> None:
        self.settings, self.sessions, self.conversations, self.packs = settings, sessions, conversations, packs
        self.areas = {connection.app_id: connection.area for connection in settings.teams_connections}
        self._intake = Intake(sessions)
        self.delivery = delivery
        taking = Taking(sessions, conversations, self.areas, settings.public_url, self._group, self._around)
        self.worker = Worker(sessions, [taking, self.delivery])

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
        self.worker.wake()

    async def forget(self, tenant: str, activity: Activity) -> None:
        """The app was removed: forget where this chat is reached, and what waited for it."""
        key = self.key_of(tenant, activity)

        def drop(key: str) -> None:
            with self.sessions.begin() as session:
                session.execute(delete(TeamsChat).where(TeamsChat.key == key))
                queue.drop_lane(session, key)

        if key is not None:
            await asyncio.to_thread(drop, key)

    def key_of(self, tenant: str, activity: Activity) -> str | None:
        """The key of the chat; None for an activity of nobody."""
        if activity.from_property is None or not activity.from_property.id or activity.conversation is None:
            return None
        return chat_key(self.settings.key, tenant, activity.conversation.id, activity.from_property.id)

    @asynccontextmanager
    async def running(self, every: float = LOOKS_EVERY) -> AsyncIterator[None]:
        """While the service runs; it looks every so many seconds for what is due to be tried again."""
        stop = asyncio.Event()
        work = asyncio.create_task(self.worker.keep_delivering(stop, every))
        try:
            yield
        finally:
            await stop_all([work], stop)

    @asynccontextmanager
    async def _around(self, key: str) -> AsyncIterator[None]:
        """Around what is done for this chat."""
        await self._intake.quiet()  # a turn takes the processor: what is arriving is acknowledged first
        try:
            async with typing_when_slow(lambda: self.delivery.typing(key)):
                yield
        finally:
            self.worker.wake()

    async def _group(self, app_id: str, text: str) -> Message:
        pack = self.packs.for_area(self.areas.get(app_id), self.settings.date_today())
        agent = self.conversations.talk.agent
        return await self.conversations.beside(lambda: answer_group(agent, pack, app_id, text))


def host_validator(settings: Settings) -> OutboundHostValidator:
    """Which addresses may be talked to: Microsoft's alone; any, in a test with the Playground."""
    return OutboundHostValidator(enabled=not settings.teams_playground)


def delivery_of(settings: Settings, sessions: Sessions) -> Delivery | None:
    """What sends to Teams, if the settings ask for it."""
    if not settings.teams_connections and not settings.teams_playground:
        return None
    return Delivery(sessions, Outbound(settings.teams_connections, host_validator(settings)))


def make_teams(settings: Settings, sessions: Sessions, conversations: Conversations, packs: Packs) -> Teams | None:
    """Teams, if the settings ask for it."""
    delivery = delivery_of(settings, sessions)
    return None if delivery is None else Teams(settings, sessions, conversations, packs, delivery)
