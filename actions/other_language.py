"""A message in another language: said so in that language where we can, with 999 and the way to a person."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.replying import button, reply
from bot.dialogue.acts.other_language import other_language
from bot.guidance.says import say


class OtherLanguage(KitAction):
    """`action_other_language`."""

    action_name = "action_other_language"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        language = other_language(str(tracker.latest_message.get("text") or ""))
        seems = f", and this looks like {language.name}" if language else ""
        own = f"{language.says}\n\n" if language and language.says else ""
        reply(
            dispatcher,
            own + say("english_only", seems=seems),
            [button("Talk to a person", "human_contact")],
            topic="out_of_scope",
        )
        return []
