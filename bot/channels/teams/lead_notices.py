"""Teams as a way of telling leads."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy.orm import Session

from bot.channels.teams.cards.lead import lead_card
from bot.channels.teams.cards.messages import Message, with_card
from bot.channels.teams.delivery import Delivery
from bot.channels.teams.lead_accounts import chats_of
from bot.outbox.item import Item
from bot.outbox.way import GiveUp, Way
from bot.referrals.notices import Kind, about, inbox_url, subject, what_words
from bot.settings import LONDON
from bot.storage.base import now
from bot.storage.database import Sessions


class TeamsCards(Way):
    """A card in the lead's own chat with the guide."""

    name = "teams"
    kinds = frozenset(kind.value for kind in Kind)

    def __init__(self, sessions: Sessions, delivery: Delivery, public_url: str) -> None:
        self.sessions, self.delivery, self.public_url = sessions, delivery, public_url

    def reaches(self, session: Session, item: Item) -> bool:
        """Whether the lead has opened a chat with the guide from an account known as the lead's."""
        return item.lead_id is not None and bool(chats_of(session, item.lead_id))

    async def deliver(self, item: Item, _body: dict[str, Any] | None) -> None:
        """Send the card to each of the lead's chats; one sent twice looks the same."""
        references, card = await asyncio.to_thread(self._card, item)
        for reference in references:
            await self.delivery.post(reference, card)

    def _card(self, item: Item) -> tuple[list[dict[str, Any]], Message]:
        with self.sessions() as session:
            referral, lead = about(session, item)
            references = [chat.reference for chat in chats_of(session, lead.id)]
            if not references:
                raise GiveUp("the lead has no chat any more")
            at, url = now(), inbox_url(referral, self.public_url)
            day = at.astimezone(LONDON).date()
            content = lead_card(referral, what_words(item, referral, day), url, lead.id, at)
            return references, with_card(content, subject(referral, day))
