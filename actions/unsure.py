"""When the guide is not sure what was meant: it says so, and offers its best readings."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_topic import NEXT
from actions.kit import KitAction, in_check
from actions.onward import onward
from actions.replying import START, Button, button, offers_of, reply
from bot.guidance.model import Pack
from bot.guidance.says import say

READINGS = 3
CONVERSATION = {**NEXT, "start_check": START["title"], "change_answer": "Change an answer", "help": "What you can do"}


class Unsure(KitAction):
    """`action_unsure` (intent `nlu_fallback`): up to three readings. In the check `action_take_in` has said so."""

    action_name = "action_unsure"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        if in_check(tracker):
            return []
        offers = readings(self.kit.case(tracker).pack, tracker)
        if offers:
            text = "I am not sure what you mean. Is it one of these? You can also ask in other words."
        else:
            text = say("not_understood")
            further = [button("What you can do", "help"), button("Talk to a person", "human_contact")]
            offers = [*onward(tracker, self.kit.case(tracker)), *further]
        reply(dispatcher, text, offers)
        return [SlotSet("offered", offers_of(offers))]


def say_unsure(dispatcher: CollectingDispatcher, tracker: Tracker, pack: Pack, question: str, *, gave_up: bool) -> None:
    """In the check: the question comes again below, or is left as not known for now."""
    if gave_up:
        reply(dispatcher, 'I still do not follow, so I have put "not known" for now. You can change that at any time.')
    elif (tracker.latest_message.get("intent") or {}).get("name") == "nlu_fallback":
        others = [offer for offer in readings(pack, tracker) if offer != START]
        reply(dispatcher, "I am not sure what you mean. Choose an answer below, or say it in other words.", others)


def readings(pack: Pack, tracker: Tracker) -> list[Button]:
    """The classifier's best readings that can be offered as options, best first."""
    names = [str(item["name"]) for item in tracker.latest_message.get("intent_ranking", [])]
    titles = {name: pack.answers[name].title if name in pack.answers else CONVERSATION.get(name) for name in names}
    return [button(title, name) for name, title in titles.items() if title][:READINGS]
