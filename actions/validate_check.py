"""The check's form: takes the answers that were heard, and lets the plan choose the next question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from actions.answer_topic import say_answer
from actions.changing import settled
from actions.kit import CHECK, Kit, heard
from actions.playback import play_back
from actions.possible import problem_with
from actions.replying import reply
from actions.urgent import say_urgent
from bot.interview.dependants import stale
from bot.interview.plan import next_question

Validator = Callable[[Any, CollectingDispatcher, Tracker, Any], Awaitable[dict[str, Any]]]


class ValidateCheck(FormValidationAction):
    """`validate_check_form`: Rasa calls it with every slot that the last message filled."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self.facts = kit.packs.questions()
        for fact in self.facts:
            setattr(self, f"validate_{fact}", partial(self._validate, fact))

    def name(self) -> str:
        return f"validate_{CHECK}"

    def domain_slots(self, domain: Any) -> list[str]:
        return list(self.facts)

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[str]:
        """The facts that are known, then the one that the plan asks next (or one that is to be asked again)."""
        case = self.kit.case(tracker)
        answered = [name for name in case.pack.facts if tracker.get_slot(name) is not None]
        again = tracker.get_slot("ask_again")
        if again in case.pack.facts and tracker.get_slot(again) is None:
            return [*answered, again]
        question = next_question(case.pack, case.facts, case.asked, self.kit.today())
        return [*answered, question.fact] if question else answered

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[dict[str, Any]]:
        """As Rasa's, then what was heard in typed words is played back in one sentence, and a question beside it
        answered.
        """
        question, gone = tracker.get_slot("requested_slot"), self.kit.outdated(tracker)
        tracker.slots.update(dict.fromkeys(gone))
        events: list[dict[str, Any]] = await super().get_validation_events(dispatcher, tracker, domain)
        case, found = self.kit.case(tracker), heard(tracker)
        taken = {e["name"]: e["value"] for e in events if e["name"] in case.pack.facts and e["value"] is not None}
        if not str(tracker.latest_message.get("text") or "").startswith("/"):
            play_back(dispatcher, case.pack, {name: value for name, value in taken.items() if name in found})
        if taken and found.get("asked") in case.pack.answers:
            say_answer(dispatcher, case.pack, found["asked"], offers=False)
        return [
            *(SlotSet(name, None) for name in gone),
            *events,
            *self._after(tracker, question, taken, found.get("against")),
        ]

    def _after(
        self, tracker: Tracker, question: Any, taken: dict[str, Any], against: str | None
    ) -> list[dict[str, Any]]:
        """What else follows from the answers taken: the way back, what is asked again, what is to be confirmed."""
        events = settled(tracker, taken)
        if taken:
            events.append(SlotSet("alarm", None))
        if question in taken:
            answered = [fact for fact in tracker.get_slot("answered") or [] if fact != question]
            events.append(SlotSet("answered", [*answered, question]))
        was = tracker.get_slot("was") or {}
        if was.keys() & taken.keys():
            answers = {**{name: tracker.get_slot(name) for name in self.facts}, **was}
            events += [SlotSet(name, None) for name in stale(answers, taken)]
            events += [SlotSet("was", None), SlotSet("ask_again", None)]
        if taken and against:
            fact, _, value = against.partition("=")
            events.append(SlotSet("to_confirm", {fact: value}))
        return events

    async def _validate(
        self, fact: str, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> dict[str, Any]:
        case = self.kit.case(tracker)
        if fact not in case.pack.facts:  # a new edition came into force while the question stood open
            return {fact: None}
        problem = problem_with(case, fact, str(value), self.kit.today())
        if problem is not None:
            reply(dispatcher, problem)
            return {fact: None}
        confirmed = fact in (tracker.get_slot("to_confirm") or ())  # then the alarm was said already
        if fact == "immediate_danger" and value == "yes" and fact in heard(tracker) and not confirmed:
            say_urgent(dispatcher, case)
        if fact == "age_group" and fact in heard(tracker):
            return {fact: value, "under_16": heard(tracker).get("under_16")}
        return {fact: value}
