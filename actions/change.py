"""Changing an answer by choosing it: the question comes again, the rest is kept."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.changing import ask_anew
from actions.confirm import sentence
from actions.kit import Case, KitAction, heard
from actions.onward import onward
from actions.replying import Button, button, reply
from bot.interview.saying import question_for, say_fact


class Change(KitAction):
    """`action_change_answer`: clears the chosen fact so that it is asked again, or lists what can be changed. New
    values that were told are noted already (`action_take_in`)."""

    action_name = "action_change_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case, found = self.kit.case(tracker), heard(tracker)
        chosen = found.get("fact")
        if chosen in case.pack.facts:
            say_before(dispatcher, case, str(chosen))
            return ask_anew(case, str(chosen))
        if not found.keys() & case.pack.facts.keys():
            self._list(dispatcher, case, str(found.get("only") or "").split(","), onward(tracker, case))
        return []

    def _list(self, dispatcher: CollectingDispatcher, case: Case, only: Collection[str], offers: list[Button]) -> None:
        changeable = {name: value for name, value in case.told.items() if question_for(case.pack, name)}
        if not changeable:
            reply(dispatcher, "You have not answered anything yet.", offers, topic="change_answer")
            return
        named = {name: value for name, value in changeable.items() if name in only} or changeable
        offers = [
            button(sentence(say_fact(case.pack, name, value)), "change_answer", fact=name)
            for name, value in named.items()
        ]
        reply(dispatcher, "Which answer shall we change?", offers, topic="change_answer")


def say_before(dispatcher: CollectingDispatcher, case: Case, fact: str) -> None:
    """That the question comes again, and what was answered to it."""
    said = f"You told me: {say_fact(case.pack, fact, case.told[fact])}. " if fact in case.told else ""
    reply(dispatcher, f"{said}Here is that question again. Your other answers are kept.", topic="change_answer")
