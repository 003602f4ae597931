"""The events of changing an answer: what goes with it, and what must be asked again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.kit import CHECK, Case
from bot.interview.answers import encode
from bot.interview.dependants import stale


def take(tracker: Tracker, case: Case, news: Mapping[str, str], under_16: str | None) -> list[Any]:
    """Set the new values; answers given in view of an old one are cleared, so that they are asked again."""
    before = {name: tracker.get_slot(name) for name in case.pack.facts}
    events = [SlotSet(name, value) for name, value in news.items()]
    events += [SlotSet(name, None) for name in stale(before, news)]
    if "age_group" in news:
        events.append(SlotSet("under_16", under_16))
    return [*events, *settled(tracker, news), SlotSet("check_done", None), FollowupAction(CHECK)]


def ask_anew(case: Case, fact: str) -> list[Any]:
    """Clear the answer and ask again; `was` keeps the old one, for "keep it" and for what depends on it."""
    was = {fact: encode(case.told[fact])} if fact in case.told else None
    cleared = [SlotSet(fact, None), SlotSet("ask_again", fact), SlotSet("was", was), SlotSet("to_confirm", None)]
    return [*cleared, SlotSet("check_done", None), FollowupAction(CHECK)]


def settled(tracker: Tracker, news: Mapping[str, Any]) -> list[Any]:
    """What is told is no longer to be confirmed; what else is, still waits."""
    waiting = tracker.get_slot("to_confirm") or {}
    rest = {fact: value for fact, value in waiting.items() if fact not in news}
    return [SlotSet("to_confirm", rest or None)] if rest != waiting else []
