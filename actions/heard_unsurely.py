"""What was heard but cannot be relied on is put back as a question, never taken as told."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.confirm import ask_to_confirm
from actions.kit import KitAction, heard, in_check


class HeardUnsurely(KitAction):
    """`action_heard_unsurely`: remembers what is to be confirmed. In the check, the form's next question asks it."""

    action_name = "action_heard_unsurely"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        unsettled = {name: value for name, value in heard(tracker).items() if name in case.pack.facts}
        against = {name: value for name, value in unsettled.items() if name in case.told} or unsettled
        first = dict(list(against.items())[:1])
        if first and not in_check(tracker):
            ask_to_confirm(dispatcher, case, first, in_check=False)
        return [SlotSet("to_confirm", first or None)]
