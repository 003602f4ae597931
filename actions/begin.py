"""Beginning the check: what the message told is noted already (`action_take_in`); the form asks what is left."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import LISTEN, KitAction, heard
from actions.replying import AGAIN, CHANGE, DRAFT, reply
from bot.guidance.says import say
from bot.reading.acts.phrases import steering


class Begin(KitAction):
    """`action_begin_check`: a finished check is another case's: a new story is told again in a case of its own
    (`retell`).
    """

    action_name = "action_begin_check"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        if tracker.get_slot("check_done"):
            self._finished(dispatcher, retell=bool(self.kit.pack().facts.keys() & heard(tracker).keys()))
            return [FollowupAction(LISTEN)]
        if steering(str(tracker.latest_message.get("text") or "")) == "other_child":
            reply(dispatcher, say("one_child"))
        return []

    def _finished(self, dispatcher: CollectingDispatcher, *, retell: bool) -> None:
        if retell:
            reply(
                dispatcher, "I take this as a new case. The one before is put aside.", topic="start_check", retell=True
            )
        else:
            text = "The check of this case is finished. You can change an answer, or start again with a new case."
            reply(dispatcher, text, [CHANGE, DRAFT, AGAIN], topic="start_check")
