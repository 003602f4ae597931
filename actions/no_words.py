"""Silence, an emoji, a row of dots: nothing that could be read."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction, in_check
from actions.onward import onward
from actions.replying import button, reply
from bot.guidance.says import say


class NoWords(KitAction):
    """`action_no_words`: asks for words; in the check the question comes again."""

    action_name = "action_no_words"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        if in_check(tracker):
            reply(dispatcher, "I can only read words. Take your time; type an answer or choose one.", topic="help")
        else:
            text = "I can only read words. Tell me what happened, or ask a question."
            reply(
                dispatcher,
                f"{text} {say('danger_call')}",
                [*onward(tracker, self.kit.case(tracker)), button("Talk to a person", "human_contact")],
                topic="help",
            )
        return []
