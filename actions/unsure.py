"""When the guide is not sure what was meant: it says so, and offers its best readings."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_topic import NEXT
from actions.kit import KitAction, pending
from actions.onward import onward
from actions.replying import START, Button, button, reply
from actions.tries import not_understood
from bot.guidance.model import Pack
from bot.guidance.says import say

READINGS = 3
CONVERSATION = {**NEXT, "start_check": START["title"], "change_answer": "Change an answer", "help": "What you can do"}


class Unsure(KitAction):
    """`action_unsure` (intent `nlu_fallback`): up to three readings; in the check the question comes back after."""

    action_name = "action_unsure"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        pack = self.kit.case(tracker).pack
        offers = readings(pack, tracker.latest_message.get("intent_ranking", []))
        if (asked := pending(tracker)) is not None:
            text = "I am not sure what you mean. Choose an answer below, or say it in other words."
            others = [offer for offer in offers if offer != START]
            return not_understood(dispatcher, tracker, asked, lambda: reply(dispatcher, text, others))
        if offers:
            text = "I am not sure what you mean. Is it one of these? You can also ask in other words."
        else:
            text = say("not_understood")
            further = [button("What you can do", "help"), button("Talk to a person", "human_contact")]
            offers = [*onward(tracker, self.kit.case(tracker)), *further]
        reply(dispatcher, text, offers)
        return []


def readings(pack: Pack, ranking: list[dict[str, Any]]) -> list[Button]:
    """The best readings that can be offered as options, best first."""
    names = [str(item["name"]) for item in ranking]
    titles = {name: pack.answers[name].title if name in pack.answers else CONVERSATION.get(name) for name in names}
    return [button(title, name) for name, title in titles.items() if title][:READINGS]
