"""Beginning the check: what was volunteered is noted and played back, then the first question comes."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction, heard, in_check
from actions.playback import play_back
from actions.replying import reply


class Begin(KitAction):
    """`action_begin_check`: sets the facts of the opening message that were not answered before.

    A check that was finished is not reopened by a new story: its facts are cleared first.
    """

    action_name = "action_begin_check"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        facts = self.kit.packs.for_area(None).facts
        events: list[Any] = []
        before = {name for name in facts if tracker.get_slot(name) is not None}
        if tracker.get_slot("check_done"):
            kept = {"area"} & before
            events = [SlotSet(name, None) for name in before - kept] + [SlotSet("check_done", None)]
            before = kept
        news = {name: value for name, value in heard(tracker).items() if name in facts and name not in before}
        events += [SlotSet(name, value) for name, value in news.items()]
        if not in_check(tracker):
            opening = "I am sorry that this has happened. I will ask a few questions, one at a time."
            if before - {"area"}:
                opening = "We carry on where you stopped."
            reply(dispatcher, f"{opening} If a child is in danger now, call 999 first.", topic="start_check")
        else:  # outside the check, the form plays back what it begins with
            play_back(dispatcher, self.kit.packs.for_area(None), news)
        return events
