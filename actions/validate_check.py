"""The check's form: the plan chooses the next question. What was told is in the slots already (`action_take_in`)."""

from __future__ import annotations

from functools import partial
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from actions.kit import CHECK, Kit
from bot.interview.plan import next_question


class ValidateCheck(FormValidationAction):
    """`validate_check_form`: Rasa calls it whenever the form comes to ask."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        for fact in kit.packs.questions():  # the SDK warns of each slot that has none
            setattr(self, f"validate_{fact}", partial(self._as_it_is, fact))

    def name(self) -> str:
        return f"validate_{CHECK}"

    def domain_slots(self, domain: Any) -> list[str]:
        return list(self.kit.packs.questions())

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[str]:
        """The facts that are known, then the one that the plan asks next (or one that is to be asked again)."""
        case = self.kit.case(tracker)
        answered = [name for name in domain_slots if name in case.pack.facts and tracker.get_slot(name) is not None]
        again = tracker.get_slot("ask_again")
        if again in case.pack.facts and tracker.get_slot(again) is None:
            return [*answered, again]
        question = next_question(case.pack, case.facts, case.asked, self.kit.today())
        return [*answered, question.fact] if question else answered

    async def _as_it_is(
        self, fact: str, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> dict[str, Any]:
        """What `action_take_in` noted was looked at there."""
        return {fact: value}

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[dict[str, Any]]:
        """As Rasa's; answers that the edition in force does not know are cleared first, to be asked anew."""
        gone = self.kit.outdated(tracker)
        tracker.slots.update(dict.fromkeys(gone))
        events: list[dict[str, Any]] = await super().get_validation_events(dispatcher, tracker, domain)
        return [*(SlotSet(name, None) for name in gone), *events]
