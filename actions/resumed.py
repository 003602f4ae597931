"""Carrying on by a code."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import CHECK, KitAction, heard
from actions.read_back import told_list
from actions.replying import START, reply
from actions.result import Result


class Resumed(KitAction):
    """`action_resumed`: the answers are read back, then comes the question that waited, or the result."""

    action_name = "action_resumed"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        if not case.told:
            reply(dispatcher, "Welcome back. Nothing was answered yet.", [START], topic="pause")
            return []
        text = f"Welcome back. This is what you have told me:\n\n{told_list(case, tracker.get_slot('thinks') or ())}"
        if heard(tracker).get("by") != "undo":
            text += "\n\nThe code is used up. Stop again to get a new one."
        reply(dispatcher, text, topic="pause")
        if tracker.get_slot("check_done"):
            return await Result(self.kit).run(dispatcher, tracker, domain)
        return [FollowupAction(CHECK)]
