"""Sending messages to chats in Teams."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from microsoft_agents.activity import Activity, ConversationReference
from sqlalchemy import select

from bot.channels.teams.mailbag import MESSAGES
from bot.channels.teams.outbound import HostNotAllowed, Outbound
from bot.channels.teams.tables import TeamsChat
from bot.outbox import queue
from bot.outbox.item import Item
from bot.outbox.way import GiveUp, Way
from bot.storage.database import Sessions

NEVER = frozenset({400, 403, 404, 405, 409, 410, 413})
"""Answers of Teams that trying again cannot change: the chat or message is gone, or the app was removed."""
PATIENCE = 20.0
"""Seconds for one message, the token included."""


class Delivery(Way):
    """Sends what waits for chats, side by side; in a chat one after another."""

    name = MESSAGES
    at_once = 8

    def __init__(self, sessions: Sessions, outbound: Outbound) -> None:
        self.sessions, self.outbound = sessions, outbound

    async def deliver(self, item: Item, body: dict[str, Any] | None) -> None:
        """Send one message, or change a card that was sent; nothing, where the chat was forgotten meanwhile."""
        assert item.lane is not None and body is not None
        reference = await asyncio.to_thread(self._reference, item.lane)
        if reference is None:
            return
        sent_as = await self.post(reference, body)
        if sent_as and body.get("asks"):
            await asyncio.to_thread(self._asks, item, {"id": sent_as, "asks": body["asks"]})

    async def typing(self, key: str) -> None:
        """Show that an answer is being made. Raises whatever stands in the way."""
        reference = await asyncio.to_thread(self._reference, key)
        if reference is not None:
            await self.post(reference, {"do": "send", "activity": {"type": "typing"}})

    async def post(self, kept: dict[str, Any], body: dict[str, Any]) -> str | None:
        """Send or update one message now; the id that Teams gave it.

        Raises GiveUp for what Teams will never take, else whatever stands in the way: of MSAL, aiohttp, the network.
        """
        try:
            return await asyncio.wait_for(self._post(kept, body), PATIENCE)
        except HostNotAllowed:
            raise GiveUp("its address is not allowed") from None
        except aiohttp.ClientResponseError as error:
            if error.status in NEVER:
                raise GiveUp(f"Teams answered {error.status}") from None
            raise

    async def _post(self, kept: dict[str, Any], body: dict[str, Any]) -> str | None:
        where = ConversationReference.model_validate(kept["reference"])
        activity = Activity.model_validate(body["activity"]).apply_conversation_reference(where)
        assert where.conversation is not None and where.service_url is not None
        async with self.outbound.connector(str(kept["app_id"]), where.service_url) as client:
            if body["do"] == "update":
                activity.id = str(body["activity"]["id"])
                await client.conversations.update_activity(where.conversation.id, activity.id, activity)
                return None
            answer = await client.conversations.send_to_conversation(where.conversation.id, activity)
            return answer.id if answer else None

    def _reference(self, key: str) -> dict[str, Any] | None:
        with self.sessions() as session:
            return session.scalar(select(TeamsChat.reference).where(TeamsChat.key == key))

    def _asks(self, item: Item, open_card: dict[str, Any]) -> None:
        with self.sessions.begin() as session:
            queue.done(session, item)
            if (chat := session.get(TeamsChat, item.lane)) is not None:
                chat.open_card = open_card
