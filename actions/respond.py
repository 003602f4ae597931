"""Small talk and steering: a response of domain.yml, then what can be done next from where the conversation stands."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction, in_check, intent_of, pending
from actions.onward import onward
from actions.replying import offers_of

SHORTER = frozenset({"affirm", "deny", "greet", "dont_know"})
"""What is said otherwise while a question waits."""

NO_ANSWER = frozenset({"affirm", "deny"})
"""A yes or a no that does not answer the question that waits."""


class Respond(KitAction):
    """`action_respond`: says `utter_<intent>`."""

    action_name = "action_respond"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        intent = intent_of(tracker)
        name = "affirm" if intent == "answer" else intent  # an answer when no question waits
        if in_check(tracker) and name in SHORTER:
            name += "_in_check"
        buttons = onward(tracker, self.kit.case(tracker))
        asked = pending(tracker)
        if asked is not None and intent in NO_ANSWER and tracker.get_slot(asked) is not None:
            return []  # `action_take_in` has left it as not known
        dispatcher.utter_message(response=f"utter_{name}", buttons=buttons)
        return [SlotSet("offered", offers_of(buttons))]
