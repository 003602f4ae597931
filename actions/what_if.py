"""What if? Answered beside the case: no answer is changed by asking."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import Case, KitAction, heard
from actions.replying import button, reply
from bot.criteria.answers import decode
from bot.criteria.facts import Value
from bot.criteria.outcomes import Outcome, outcomes
from bot.guidance.says import say
from bot.interview.citing import citations
from bot.interview.differences import Differences, differences, in_words
from bot.interview.saying import say_fact


class WhatIf(KitAction):
    """`action_what_if`: what the result would be with these answers instead."""

    action_name = "action_what_if"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        told = {name: value for name, value in heard(tracker).items() if name in case.pack.facts}
        values = {name: decode(case.pack.facts[name], value) for name, value in told.items()}
        supposed = self._supposed(case, values)
        before, after = (outcomes(it.pack, it.facts, self.kit.today()) for it in (case, supposed))
        found = differences(_statuses(before), _statuses(after))
        lead = f"If {', and '.join(say_fact(supposed.pack, name, value) for name, value in values.items())}:"
        no_change = f"- {say('same_result')}"
        changes = in_words(found, supposed.pack, supposed=True) or no_change
        text = f"{lead}\n\n{changes}\n\nI have not changed your answers."
        use = button("Make that my answer", "change_answer", **told)
        reply(dispatcher, text, [use], topic="explain_why", sources=_sources(supposed, [*after, *before], found))
        return []

    def _supposed(self, case: Case, values: dict[str, Value | None]) -> Case:
        area = values.get("area")
        pack = self.kit.pack(str(area)) if area else case.pack
        follows = case.derived if "age_group" in values else frozenset()
        kept = {name: value for name, value in case.facts.items() if name not in values and name not in follows}
        return Case(pack, {**kept, **{name: value for name, value in values.items() if value is not None}}, case.asked)


def _statuses(found: list[Outcome]) -> dict[str, str]:
    return {item.outcome: item.status for item in found}


def _sources(case: Case, found: list[Outcome], changed: Differences) -> list[dict[str, Any]]:
    """The sources of what would change; of the advice that always stands, where nothing would."""
    names = {*changed.now, *changed.maybe, *changed.no_longer_sure, *changed.gone} or {"speak_to_lead"}
    told = [item for item in found if item.outcome in names]
    return citations(case.pack, tuple(cite for item in told for cite in item.rule.cite if cite in case.pack.citations))
