"""Sending what waits for a chat, in order; what cannot be sent now stays and is tried again."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp
from microsoft_agents.activity import Activity, ConversationReference

from bot.channels.teams.mailbag import next_to_send, put_off
from bot.channels.teams.outbound import HostNotAllowed, Outbound
from bot.channels.teams.tables import TeamsChat, TeamsSending
from bot.storage.base import now
from bot.storage.database import Sessions

log = logging.getLogger(__name__)
NEVER = frozenset({400, 403, 404, 405, 409, 410, 413})
"""Answers of Teams that trying again cannot change: the chat or message is gone, or the app was removed."""
PATIENCE = 20.0
"""Seconds for one message, the token included."""


class Delivery:
    """Sends to chats."""

    def __init__(self, sessions: Sessions, outbound: Outbound) -> None:
        self.sessions, self.outbound = sessions, outbound

    async def deliver(self, key: str) -> None:
        """Send what waits for this chat until nothing is left, or until something has to wait."""
        while await self._send_next(key):
            pass

    async def typing(self, key: str) -> None:
        """Show that an answer is being made. Raises whatever stands in the way."""
        chat = await asyncio.to_thread(self._chat, key)
        if chat is not None:
            await self.post(chat.reference, {"do": "send", "activity": {"type": "typing"}})

    async def post(self, kept: dict[str, Any], body: dict[str, Any]) -> str | None:
        """Send or update one message now; the id that Teams gave it. Raises whatever stands in the way."""
        return await asyncio.wait_for(self._post(kept, body), PATIENCE)

    def _chat(self, key: str) -> TeamsChat | None:
        with self.sessions() as session:
            return session.get(TeamsChat, key)

    def _next(self, key: str) -> tuple[TeamsSending, TeamsChat] | None:
        with self.sessions() as session:
            sending, chat = next_to_send(session, key), session.get(TeamsChat, key)
            return (sending, chat) if sending and chat and sending.due_at <= now() else None

    async def _send_next(self, key: str) -> bool:
        found = await asyncio.to_thread(self._next, key)
        if found is None:
            return False
        sending, chat = found
        sent_as: str | None = None
        try:
            sent_as = await self.post(chat.reference, sending.body)
        except HostNotAllowed:
            log.error("a message to Teams was dropped: its address is not allowed")
        except Exception as error:  # of MSAL, aiohttp, the network
            status = getattr(error, "status", None)
            if not (isinstance(error, aiohttp.ClientResponseError) and status in NEVER):
                log.warning("a message to Teams waits: %s %s", type(error).__name__, status or "")
                await asyncio.to_thread(self._put_off, sending.id)
                return False
            log.warning("a message to Teams was dropped: answered with %s", status)
        await asyncio.to_thread(self._sent, sending, sent_as)
        return True

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

    def _put_off(self, sending_id: int) -> None:
        with self.sessions.begin() as session:
            if (sending := session.get(TeamsSending, sending_id)) is not None:
                put_off(sending)

    def _sent(self, sending: TeamsSending, sent_as: str | None) -> None:
        with self.sessions.begin() as session:
            if (row := session.get(TeamsSending, sending.id)) is not None:
                session.delete(row)
            chat = session.get(TeamsChat, sending.chat_key)
            if chat is not None and sent_as and sending.body.get("asks"):
                chat.open_card = {"id": sent_as, "asks": sending.body["asks"]}
