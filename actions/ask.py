"""Asking for a fact: one action a fact, all alike, with the question's words from the pack."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.confirm import ask_to_confirm
from actions.kit import Kit, KitAction
from actions.options import options
from actions.replying import CHANGE, STOP, WHY, reply
from bot.interview.citing import citations
from bot.interview.saying import question_for


class Ask(KitAction):
    """`action_ask_<fact>`: Rasa's form runs it when the plan comes to this fact.

    What was heard but not surely, or against an earlier answer, is settled first: one question at a time.
    """

    def __init__(self, kit: Kit, fact: str) -> None:
        super().__init__(kit)
        self.fact = fact

    def name(self) -> str:
        return f"action_ask_{self.fact}"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        if unsettled := tracker.get_slot("to_confirm"):
            ask_to_confirm(dispatcher, case, unsettled, in_check=True)
            return []
        question = question_for(case.pack, self.fact)
        assert question is not None  # the plan only chooses among the pack's questions
        reply(
            dispatcher,
            question.ask + (f"\n\n{question.hint}" if question.hint else ""),
            options(case.pack, question),
            also=[WHY, STOP] if not case.told else [WHY, CHANGE, STOP],
            question=self.fact,
            expects=case.pack.facts[self.fact].kind,
            sources=citations(case.pack, question.cite),
        )
        return []
