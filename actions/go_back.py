"""Going back one question."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.change import say_before
from actions.changing import ask_anew
from actions.kit import KitAction
from actions.onward import onward
from actions.replying import reply


class GoBack(KitAction):
    """`action_go_back`: the question answered last is asked again; going back once more takes the one before."""

    action_name = "action_go_back"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        answered = [fact for fact in tracker.get_slot("answered") or [] if tracker.get_slot(fact) is not None]
        if not answered:
            text = "There is no earlier question to go back to."
            reply(dispatcher, text, onward(tracker, case), topic="change_answer")
            return []
        say_before(dispatcher, case, answered[-1])
        return [SlotSet("answered", answered[:-1]), *ask_anew(case, answered[-1])]
