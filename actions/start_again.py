"""Starting again: this case is put aside, a new one begins with nothing carried over."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, AllSlotsReset
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.replying import START, reply


class StartAgain(KitAction):
    """`action_restart`: clears every answer. `new_case` tells the turn to open a new case."""

    action_name = "action_restart"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        text = "I have cleared your answers. A draft that you already made stays with your safeguarding lead."
        reply(dispatcher, text, [START], topic="restart", new_case=True)
        return [ActiveLoop(None), AllSlotsReset()]
