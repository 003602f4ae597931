"""The events of asking a question anew."""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.kit import CHECK, Case
from bot.criteria.answers import encode


def ask_anew(case: Case, fact: str) -> list[Any]:
    """Clear the answer and ask again; `was` keeps the old one, for "keep it" and for what depends on it."""
    was = {fact: encode(case.told[fact])} if fact in case.told else None
    cleared = [SlotSet(fact, None), SlotSet("ask_again", fact), SlotSet("was", was), SlotSet("to_confirm", None)]
    return [*cleared, SlotSet("check_done", None), FollowupAction(CHECK)]
