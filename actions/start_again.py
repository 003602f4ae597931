"""Starting again: this case is put aside, a new one begins with nothing carried over."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, AllSlotsReset
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.onward import onward
from actions.replying import AGAIN, START, reply
from bot.dialogue.acts.phrases import steering
from bot.guidance.says import say


class StartAgain(KitAction):
    """`action_restart`: clears every answer, after asking unless the words left no doubt.

    `new_case` tells the turn to open a new case.
    """

    action_name = "action_restart"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        typed = str(tracker.latest_message.get("text") or "")
        if self.kit.case(tracker).told and not typed.startswith("/") and steering(typed) != "restart":
            text = "Shall I put this case aside and start a new one? Your answers here would be cleared."
            reply(dispatcher, text, [AGAIN, *onward(tracker, self.kit.case(tracker))], topic="restart")
            return []
        reply(dispatcher, say("cleared"), [START], topic="restart", new_case=True)
        return [ActiveLoop(None), AllSlotsReset()]
