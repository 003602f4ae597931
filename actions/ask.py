"""Asking for a fact: one action a fact, all alike, with the question's words from the pack."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import Kit, KitAction
from actions.replying import CHANGE, STOP, WHY, Button, button, reply
from bot.criteria.facts import UNKNOWN_VALUE
from bot.guidance.model import Pack, Question
from bot.interview.answers import NONE_OF_THESE
from bot.interview.citing import citations
from bot.interview.saying import question_for


class Ask(KitAction):
    """`action_ask_<fact>`: Rasa's form runs it when the plan comes to this fact."""

    def __init__(self, kit: Kit, fact: str) -> None:
        super().__init__(kit)
        self.fact = fact

    def name(self) -> str:
        return f"action_ask_{self.fact}"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        question = question_for(case.pack, self.fact)
        assert question is not None  # the plan only chooses among the pack's questions
        kind = case.pack.facts[self.fact].kind
        text = question.ask + (f"\n\n{question.hint}" if question.hint else "")
        extra = [WHY, STOP] if not case.told else [WHY, CHANGE, STOP]
        reply(
            dispatcher,
            text,
            options(case.pack, question),
            also=extra,
            question=self.fact,
            expects=kind,
            sources=citations(case.pack, question.cite),
        )
        return []


def options(pack: Pack, question: Question) -> list[Button]:
    """The choices of a question, with "none of these" for sets and "I do not know" always."""
    fact = question.fact
    found = [button(o.label, "answer", o.hint, **{fact: value}) for value, o in question.options.items()]
    if pack.facts[fact].kind == "set":
        found.append(button(question.none_label or "None of these", "answer", **{fact: NONE_OF_THESE}))
    found.append(button(question.unknown_label, "answer", **{fact: UNKNOWN_VALUE}))
    return found
