"""What was heard but cannot be relied on is put back as a question, never taken as told."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.confirm import ask_to_confirm
from actions.kit import KitAction, heard, in_check, pending
from actions.playback import play_back


class HeardUnsurely(KitAction):
    """`action_heard_unsurely`: remembers what is to be confirmed. In the check, the form's next question asks it."""

    action_name = "action_heard_unsurely"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        told = {name: value for name, value in heard(tracker).items() if name in case.pack.facts}
        asked = pending(tracker)
        doubtful = asked if asked in told else next(iter(told), None)
        if doubtful is None:
            return []
        sure = {name: value for name, value in told.items() if name != doubtful}
        play_back(dispatcher, case.pack, sure)
        unsettled = {doubtful: told[doubtful]}
        if tracker.get_slot("to_confirm") == unsettled and in_check(tracker):  # said twice is meant
            play_back(dispatcher, case.pack, unsettled)
            return [*(SlotSet(name, value) for name, value in told.items()), SlotSet("to_confirm", None)]
        if not in_check(tracker):
            ask_to_confirm(dispatcher, case, unsettled, in_check=False)
        return [*(SlotSet(name, value) for name, value in sure.items()), SlotSet("to_confirm", unsettled)]
