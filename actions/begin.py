"""Beginning the check: what was volunteered is noted and played back, then the first question comes."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import LISTEN, KitAction, heard, in_check
from actions.playback import play_back
from actions.replying import AGAIN, CHANGE, DRAFT, reply
from bot.dialogue.acts.phrases import steering
from bot.guidance.says import say


class Begin(KitAction):
    """`action_begin_check`: sets the facts of the message that were not answered before, and Rasa goes on to the form.

    A finished check is another case's: a new story is told again in a case of its own (`retell`).
    """

    action_name = "action_begin_check"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        facts = self.kit.pack().facts
        told = heard(tracker)
        before = {name for name in facts if tracker.get_slot(name) is not None}
        if tracker.get_slot("check_done"):
            self._finished(dispatcher, retell=bool(facts.keys() & told.keys()))
            return [FollowupAction(LISTEN)]
        news = {name: value for name, value in told.items() if name in facts and name not in before}
        if in_check(tracker):  # outside the check, the form plays back what it begins with
            play_back(dispatcher, self.kit.pack(), news)
        else:
            self._open(dispatcher, again=bool(before - {"area"}))
        if steering(str(tracker.latest_message.get("text") or "")) == "other_child":
            reply(dispatcher, say("one_child"))
        events = [SlotSet(name, value) for name, value in news.items()]
        if "age_group" in news:
            events.append(SlotSet("under_16", told.get("under_16")))
        return events

    def _open(self, dispatcher: CollectingDispatcher, *, again: bool) -> None:
        opening = "I am sorry that this has happened. I will ask a few questions, one at a time."
        if again:
            opening = "We carry on where you stopped."
        reply(dispatcher, f"{opening} {say('danger_first')}", topic="start_check")

    def _finished(self, dispatcher: CollectingDispatcher, *, retell: bool) -> None:
        if retell:
            reply(
                dispatcher, "I take this as a new case. The one before is put aside.", topic="start_check", retell=True
            )
        else:
            text = "The check of this case is finished. You can change an answer, or start again with a new case."
            reply(dispatcher, text, [CHANGE, DRAFT, AGAIN], topic="start_check")
