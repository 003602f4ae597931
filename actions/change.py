"""Changing an answer: in words, or by choosing it from a list; the rest is kept."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import CHECK, Case, KitAction, heard, in_check
from actions.playback import play_back
from actions.replying import START, button, reply
from actions.urgent import say_urgent
from bot.interview.saying import question_for, say_fact


class Change(KitAction):
    """`action_change_answer`: sets what was heard anew, or clears the chosen fact so that it is asked again."""

    action_name = "action_change_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        found = heard(tracker)
        chosen = found.pop("fact", None)
        if chosen in case.pack.facts:
            reply(dispatcher, "Here is that question again. Your other answers are kept.", topic="change_answer")
            events = [SlotSet(chosen, None), SlotSet("ask_again", chosen), SlotSet("check_done", None)]
            return [*events, FollowupAction(CHECK)]
        news = {name: value for name, value in found.items() if name in case.pack.facts}
        if news:
            if in_check(tracker):  # outside the check, the form plays back what it begins with
                play_back(dispatcher, case.pack, news)
            if news.get("immediate_danger") == "yes":
                say_urgent(dispatcher, case)
            events = [SlotSet(name, value) for name, value in news.items()]
            if "age_group" in news:
                events.append(SlotSet("under_16", found.get("under_16")))
            return [*events, SlotSet("check_done", None), FollowupAction(CHECK)]
        self._list(dispatcher, case)
        return [SlotSet("ask_again", None)]

    def _list(self, dispatcher: CollectingDispatcher, case: Case) -> None:
        changeable = {name: value for name, value in case.told.items() if question_for(case.pack, name)}
        if not changeable:
            reply(dispatcher, "You have not answered anything yet.", [START], topic="change_answer")
            return
        offers = [
            button(say_fact(case.pack, name, value).capitalize(), "change_answer", fact=name)
            for name, value in changeable.items()
        ]
        reply(dispatcher, "Which answer shall we change?", offers, topic="change_answer")
