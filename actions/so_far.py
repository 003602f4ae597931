"""So do I refer or not? What the answers so far come to, before the check is finished."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.onward import onward
from actions.replying import reply
from bot.guidance.says import say


class SoFar(KitAction):
    """`action_so_far`: the headline on what is known now; the question that waits may change it."""

    action_name = "action_so_far"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        assessment = self.kit.assess(self.kit.case(tracker))
        head = assessment["headline"]
        first = next((item for item in assessment["outcomes"] if item["outcome"] == head["outcome"]), None)
        sources = first["citations"] if first else []
        left = "" if assessment["settled"] else f" {say('result_may_change')}"
        text = f"So far: **{assessment['said']}** {head['text']}{left}"
        reply(dispatcher, text, onward(tracker, self.kit.case(tracker)), topic="start_check", sources=sources)
        return []
