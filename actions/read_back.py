"""Reading the answers back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.confirm import sentence
from actions.kit import Case, KitAction
from actions.onward import onward
from actions.replying import reply
from bot.interview.saying import say_fact


class ReadBack(KitAction):
    """`action_read_back`: every answer so far, in words."""

    action_name = "action_read_back"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        if not case.told:
            reply(dispatcher, "You have not told me anything yet.", onward(tracker, case), topic="change_answer")
            return []
        text = f"This is what you have told me:\n\n{told_list(case, tracker.get_slot('thinks') or ())}"
        reply(dispatcher, text, onward(tracker, case), topic="change_answer")
        return []


def told_list(case: Case, thinks: Collection[str]) -> str:
    """The answers as a list, one a line; `thinks` names those that are only likely."""
    lines = {name: say_fact(case.pack, name, value) for name, value in case.told.items()}
    return "\n".join(f"- {f'I think: {said}' if name in thinks else sentence(said)}" for name, said in lines.items())
