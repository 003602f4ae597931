"""Danger comes before everything: what is said, at once, whatever was being talked about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.changing import settled
from actions.confirm import ask_to_confirm
from actions.kit import Case, KitAction, heard, in_check
from actions.onward import onward
from actions.playback import play_back
from actions.replying import CARRY_ON, Button, button, reply
from actions.unsure import readings
from bot.guidance.says import say
from bot.interview.citing import citations

DANGER = "immediate_danger"
SURE = 0.93
"""Share of danger below which something else may have been meant: what that was is offered too."""


class Urgent(KitAction):
    """Somebody says that a child is in danger now: the safety message, and the check keeps its place."""

    action_name = "action_urgent"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        news = {name: value for name, value in heard(tracker).items() if name in case.pack.facts}
        has_case = bool((case.facts.keys() | news.keys()) - {"area"})
        ways_on = [CARRY_ON] if news and not in_check(tracker) else onward(tracker, case)
        if tracker.latest_message["intent"]["confidence"] < SURE and not in_check(tracker):
            ways_on = [*readings(case.pack, tracker.latest_message.get("intent_ranking", [])), *ways_on]
        say_urgent(dispatcher, case, ways_on)
        play_back(dispatcher, case.pack, news)
        events = [SlotSet("alarm", True), *(SlotSet(name, value) for name, value in news.items())]
        if "age_group" in news:
            events.append(SlotSet("under_16", heard(tracker).get("under_16")))
        told = tracker.get_slot(DANGER)
        if told is not None and told != "yes":  # what somebody told is never written over: it is asked
            events.append(SlotSet("to_confirm", {DANGER: "yes", **(tracker.get_slot("to_confirm") or {})}))
            if not in_check(tracker):
                ask_to_confirm(dispatcher, case, {DANGER: "yes"}, in_check=False)
        elif (has_case or in_check(tracker)) and told is None:
            not_so = button("No child is in danger now", "change_answer", immediate_danger="no")
            reply(dispatcher, say("danger_noted"), [not_so])
            events += [SlotSet(DANGER, "yes"), *settled(tracker, {DANGER: "yes"})]
        return events


def say_urgent(dispatcher: CollectingDispatcher, case: Case, offers: Iterable[Button] = ()) -> None:
    """999, or children's services, before anything else; then the offer to carry on."""
    wording = case.pack.wording["act_now"]
    text = f"**{wording.do_now}** {wording.text} {say('danger_before_this')}"
    sources = citations(case.pack, ("working-together/protect", "darlington-page/safety"))
    reply(dispatcher, text, offers, topic="danger_now", sources=sources)
