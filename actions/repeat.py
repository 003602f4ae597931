"""Saying it again."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_topic import say_answer
from actions.kit import KitAction, in_check
from actions.onward import onward
from actions.replying import reply
from actions.result import Result


class Repeat(KitAction):
    """`action_repeat`: the question in the check; else the result, else the last answer about the guidance."""

    action_name = "action_repeat"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        topic = tracker.get_slot("last_topic")
        case = self.kit.case(tracker)
        pack, offers = case.pack, onward(tracker, case)
        if in_check(tracker):
            reply(dispatcher, "Here it is again.", topic="help")
        elif tracker.get_slot("check_done"):
            return await Result(self.kit).run(dispatcher, tracker, domain)
        elif topic in pack.answers:
            say_answer(dispatcher, pack, topic, offers=True)
        else:
            reply(dispatcher, "There is nothing to repeat yet. Tell me what happened, or ask me a question.", offers)
        return []
