"""What was heard was not meant."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.onward import onward
from actions.replying import reply


class NotThat(KitAction):
    """`action_not_that`: forgets what was to be confirmed; in the check the question comes again."""

    action_name = "action_not_that"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        offers = onward(tracker, self.kit.case(tracker))
        reply(dispatcher, "Thank you. I have not noted that.", offers, topic="change_answer")
        return [SlotSet("to_confirm", None)]
