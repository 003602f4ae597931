"""Teams as a way of telling leads, for the outbox: it decides when to try, and tries again."""

from __future__ import annotations

import asyncio

from sqlalchemy.orm import Session

from bot.channels.teams.cards.lead import lead_card
from bot.channels.teams.cards.messages import Message as Sending
from bot.channels.teams.cards.messages import with_card
from bot.channels.teams.delivery import Delivery
from bot.channels.teams.lead_accounts import chats_of
from bot.channels.teams.tables import TeamsChat
from bot.notify.outbox.message import SAID, Message, subject
from bot.referrals.find import find_draft
from bot.referrals.lead import Lead
from bot.storage.base import now
from bot.storage.database import Sessions


class TeamsNotices:
    """A backend of the outbox: a card in the lead's own chat with the guide."""

    name = "teams"

    def __init__(self, sessions: Sessions, delivery: Delivery) -> None:
        self.sessions, self.delivery = sessions, delivery

    def reaches(self, session: Session, lead: Lead) -> bool:
        """Whether the lead has opened a chat with the guide from an account known as the lead's."""
        return bool(chats_of(session, lead.id))

    async def deliver(self, message: Message) -> None:
        """Send the card to each of the lead's chats. Raises what stands in the way; one sent twice looks the same."""
        chats, sending = await asyncio.to_thread(self._card, message)
        for chat in chats:
            await self.delivery.post(chat.reference, sending)

    def _card(self, message: Message) -> tuple[list[TeamsChat], Sending]:
        with self.sessions() as session:
            referral = find_draft(session, message.reference)
            if referral is None:  # deleted meanwhile, so there is nothing to open
                return [], {}
            content = lead_card(referral, SAID[message.kind], message.url, message.lead_id, now())
            return chats_of(session, message.lead_id), with_card(content, subject(message))
