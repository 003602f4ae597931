"""Changing an answer: in words, or by choosing it from a list; the rest is kept."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.changing import ask_anew, settled, take
from actions.confirm import sentence
from actions.kit import Case, KitAction, heard, in_check
from actions.onward import onward
from actions.playback import play_back
from actions.possible import problem_with
from actions.replying import Button, button, reply
from actions.urgent import say_urgent
from bot.interview.saying import question_for, say_fact


class Change(KitAction):
    """`action_change_answer`: sets what was heard anew, or clears the chosen fact so that it is asked again."""

    action_name = "action_change_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        found = heard(tracker)
        chosen = found.get("fact")
        if chosen in case.pack.facts:
            say_before(dispatcher, case, str(chosen))
            return ask_anew(case, str(chosen))
        told = {name: value for name, value in found.items() if name in case.pack.facts}
        news = {name: value for name, value in told.items() if tracker.get_slot(name) != value}
        if problem := next(filter(None, (problem_with(case, n, v, self.kit.today()) for n, v in news.items())), None):
            reply(dispatcher, problem, onward(tracker, case), topic="change_answer")
            return []
        if news:
            if in_check(tracker):  # outside the check, the form plays back what it begins with
                play_back(dispatcher, case.pack, news)
            if news.get("immediate_danger") == "yes":
                say_urgent(dispatcher, case)
            return take(tracker, case, news, found.get("under_16"))
        if told:
            reply(dispatcher, "I have left it as it was.", onward(tracker, case), topic="change_answer")
            return settled(tracker, told)
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
