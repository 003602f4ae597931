"""A message in another language: answered in that language where we can, with 999 and the way to a person."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.replying import button, reply
from actions.urgent import say_urgent
from bot.dialogue.carried import reading_of
from bot.guidance.says import say
from bot.reading.languages import language_of
from bot.reading.reading import Danger


class OtherLanguage(KitAction):
    """`action_other_language`: where the message tells of danger, 999 in that language and in English; it is no fact of
    the case, for the guide reads no more of it than that.
    """

    action_name = "action_other_language"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        language = language_of(str(tracker.latest_message.get("text") or ""))
        in_danger = reading_of(tracker.latest_message).danger is Danger.PLAIN
        own = (language.alarm if in_danger else language.says) if language else None
        if in_danger:
            say_urgent(dispatcher, self.kit.case(tracker), in_their_words=own)
        seems = f", and this looks like {language.name}" if language else ""
        first = f"{own}\n\n" if own and not in_danger else ""
        person = button("Talk to a person", "human_contact")
        reply(dispatcher, first + say("english_only", seems=seems), [person], topic="out_of_scope")
        return []
