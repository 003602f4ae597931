"""A card whose question was answered: no field or button is left on it."""

from __future__ import annotations

from bot.channels.teams.cards.parts import Card, card, text
from bot.channels.teams.words import ANSWERED_BELOW, YOU_ANSWERED


def closed_card(question: str, words: str | None) -> Card:
    """The question, and what was chosen (None: it was answered in typed words, which stand below)."""
    answered = f"{YOU_ANSWERED} {words}" if words else ANSWERED_BELOW
    return card([text(question, isSubtle=True), text(answered)], fallback=f"{question} {answered}")
