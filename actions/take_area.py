"""Being told the area outside the check: from now on that area's guidance, and the last answer again in its words."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_topic import say_answer
from actions.kit import KitAction, heard, in_check
from actions.onward import onward
from actions.replying import reply


class TakeArea(KitAction):
    """`action_take_area`: keeps the area; answers the last topic again if areas differ on it."""

    action_name = "action_take_area"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        area = heard(tracker).get("area")
        if area not in self.kit.pack().facts["area"].values:
            return []
        pack, topic = self.kit.pack(area), tracker.get_slot("last_topic")
        if topic in pack.answers and self.kit.pack().answers[topic].depends_on_area:
            say_answer(dispatcher, pack, topic, offers=not in_check(tracker))
        else:
            own = pack.head.id == area
            whose = f"the guidance of {pack.head.partnership}" if own else "national guidance; I hold no other"
            text = f"Thank you. From now on I use {whose}. What would you like to know?"
            reply(dispatcher, text, onward(tracker, self.kit.case(tracker)))
        return [SlotSet("area", area)]
