"""Going through the whole check in Teams, by cards or by words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from bot.channels.record import hashed
from bot.channels.teams.hashing import chat_key
from bot.channels.teams.tables import TeamsChat
from bot.dialogue.tables import ConversationRow, MessageRow
from bot.referrals.record.store import current_record
from bot.referrals.referral import Referral
from bot.settings import Settings
from bot.storage.database import Sessions
from tests.talking import ANSWERS, OPENING
from tests.teams.playground.cast import PERSONAL, PRACTITIONER, TENANT
from tests.teams.playground.client import Playground, Shown

DAYS = {"incident_on": "2026-11-17", "la_aware_on": "2026-11-20"}


def by_cards(playground: Playground) -> Shown:
    """Tell the story, then answer every question on its card; the result."""
    card = playground.ask(OPENING)
    while card.question:
        fact = card.question
        fields = {"date": DAYS[fact]} if fact in DAYS else {"choice": ANSWERS[fact]}
        playground.press(card, "Answer", **fields)
        card = playground.question()
    return card


def by_words(playground: Playground) -> Shown:
    """The same, answered by typing what the options say."""
    card = playground.ask(OPENING)
    while card.question:
        card = playground.ask(words_for(card))
    return card


def words_for(card: Shown) -> str:
    """What a person would type for the answer of `ANSWERS`."""
    value = ANSWERS[str(card.question)]
    fields = [part for part in (card.card or {})["body"] if part["type"] == "Input.ChoiceSet"]
    return next((c["title"] for field in fields for c in field["choices"] if c["value"] == value), value)


def draft(playground: Playground, result: Shown) -> str:
    """Make the draft; its reference."""
    playground.press(result, "Make the draft referral")
    made = playground.message(holding="Your draft is ready")
    return made.words.partition("reference is **")[2].partition("**")[0]


def told(kept: Sessions, place: Settings) -> list[str]:
    """What the practitioner said, as the transcript keeps it."""
    with kept() as session:
        chat = session.get_one(TeamsChat, chat_key(place.key, TENANT, PERSONAL, PRACTITIONER.id))
        row = session.scalar(select(ConversationRow).where(ConversationRow.token_hash == hashed(chat.token or "")))
        assert row is not None
        said = select(MessageRow).where(MessageRow.conversation_id == row.id, MessageRow.who == "user")
        return [line.text for line in session.scalars(said.order_by(MessageRow.n))]


def record(kept: Sessions, reference: str) -> dict[str, Any]:
    """What the draft and its record say, without what differs between any two drafts."""
    with kept() as session:
        referral = session.scalar(select(Referral).where(Referral.reference == reference))
        assert referral is not None
        names = "area status facts assessment pack_id pack_version rules own_words urgent next_due".split()
        written = current_record(session, referral).record.model_dump(mode="json")
        return {name: getattr(referral, name) for name in names} | {"record": written}
