"""The check's form: takes the answers that were heard, and lets the plan choose the next question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from actions.kit import CHECK, Case, Kit, heard
from actions.playback import play_back
from actions.replying import reply
from actions.urgent import say_urgent
from bot.criteria.facts import BadFact
from bot.deadlines.check import impossible_dates
from bot.interview.answers import decode
from bot.interview.assess import dates_in
from bot.interview.plan import next_question

Validator = Callable[[Any, CollectingDispatcher, Tracker, Any], Awaitable[dict[str, Any]]]


class ValidateCheck(FormValidationAction):
    """`validate_check_form`: Rasa calls it with every slot that the last message filled."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self.facts = kit.pack().facts
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
        answered = [name for name in self.facts if tracker.get_slot(name) is not None]
        again = tracker.get_slot("ask_again")
        if again in self.facts and tracker.get_slot(again) is None:
            return [*answered, again]
        question = next_question(case.pack, case.facts, case.asked, self.kit.today())
        return [*answered, question.fact] if question else answered

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[dict[str, Any]]:
        """As Rasa's, then what was heard in typed words is played back in one sentence."""
        events: list[dict[str, Any]] = await super().get_validation_events(dispatcher, tracker, domain)
        typed = not str(tracker.latest_message.get("text") or "").startswith("/")
        taken = {event["name"]: event["value"] for event in events if event["value"] is not None}
        if typed:
            news = {name: value for name, value in taken.items() if name in self.facts and name in heard(tracker)}
            play_back(dispatcher, self.kit.case(tracker).pack, news)
        return events

    async def _validate(
        self, fact: str, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> dict[str, Any]:
        case = self.kit.case(tracker)
        problem = self._problem(fact, value, case)
        if problem is not None:
            reply(dispatcher, problem)
            return {fact: None}
        if fact == "immediate_danger" and value == "yes" and fact in heard(tracker):
            say_urgent(dispatcher, case)
        if fact == "age_group" and fact in heard(tracker):
            return {fact: value, "under_16": heard(tracker).get("under_16")}
        return {fact: value}

    def _problem(self, fact: str, value: Any, case: Case) -> str | None:
        """One clear sentence if the value cannot be taken, for a date that cannot be right above all."""
        try:
            known = decode(self.facts[fact], str(value))
        except BadFact as error:
            expected = str(error).partition("expected ")[2]
            return f"I could not take that answer. I found {str(value)!r} and expected {expected}."
        if known is None or self.facts[fact].kind != "date":
            return None
        dates = {**dates_in(case.facts), **dates_in({fact: known})}
        refusal = next(impossible_dates(dates, self.kit.today()), None)
        return f"{refusal} Please check the date." if refusal else None
