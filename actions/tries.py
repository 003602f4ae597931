"""A reply that does not answer the question: it is put once more, then left as not known, which is never a no."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.replying import reply
from bot.criteria.facts import UNKNOWN_VALUE

TRIES = 2


def not_understood(
    dispatcher: CollectingDispatcher, tracker: Tracker, asked: str, say_so: Callable[[], None]
) -> list[Any]:
    """Say so and let the question come again; the second time go on without it. Returns the events."""
    tries = dict(tracker.get_slot("tries") or {})
    tries[asked] = tries.get(asked, 0) + 1
    if tries[asked] < TRIES:
        say_so()
        return [SlotSet("tries", tries)]
    reply(dispatcher, 'I still do not follow, so I have put "not known" for now. You can change that at any time.')
    answered = [fact for fact in tracker.get_slot("answered") or [] if fact != asked]
    return [
        SlotSet("tries", {**tries, asked: 0}),
        SlotSet(asked, UNKNOWN_VALUE),
        SlotSet("answered", [*answered, asked]),
        SlotSet("to_confirm", None),
    ]
