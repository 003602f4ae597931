"""Taking a message in: what it says is noted, settled or asked about, before anything else is done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import CHECK, KitAction, in_check, pending
from actions.possible import problem_with
from actions.replying import DRAFT, reply
from actions.speak import speak
from bot.dialogue.carried import reading_of
from bot.guidance.says import say
from bot.interview.assess import assess
from bot.interview.take_in import State, TakenIn, take_in

EARLY = frozenset({"yes", "notify"})
"""Answers that somebody must act on today: they are not kept for the end of the check."""
STARTS = frozenset({"start_check"})
"""Leads whose rule goes on to the form by itself."""


class TakeIn(KitAction):
    """`action_take_in`: runs the reducer (`bot.interview.take_in`) and says what it says."""

    action_name = "action_take_in"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        known = self.kit.pack(tracker.get_slot("area")).facts
        reading = reading_of(tracker.latest_message)
        reading = replace(reading, told={fact: told for fact, told in reading.told.items() if fact in known})
        outdated = self.kit.outdated(tracker)
        before = state_of(tracker, known)
        typed = not str(tracker.latest_message.get("text") or "").startswith("/")

        def problem(answers: Any, fact: str, value: str) -> str | None:
            pack = self.kit.pack(answers.get("area"))
            return problem_with(pack, answers, fact, value, self.kit.today())

        taken = take_in(before, reading, problem, typed=typed)
        speak(self.kit, dispatcher, tracker, taken)
        events = [SlotSet("offered", None), *(SlotSet(fact, None) for fact in outdated)]
        events += changes(before, taken.state)
        if "age_group" in taken.changed:
            events.append(SlotSet("under_16", reading.more.get("under_16")))
        events += self._early(dispatcher, tracker, taken)
        goes_on = before.has_case and not in_check(tracker) and reading.lead not in STARTS
        if taken.changed and goes_on and (before.finished or not reading.asks):
            events += [SlotSet("check_done", None), FollowupAction(CHECK)]
        return events

    def _early(self, dispatcher: CollectingDispatcher, tracker: Tracker, taken: TakenIn) -> list[Any]:
        """The answer as soon as nothing that is unknown can change it; the check goes on for dates and draft."""
        if not taken.changed or not taken.state.has_case or taken.state.finished:
            return []
        case = self.kit.case_of(taken.state.answers, tracker.get_slot("under_16"))
        found = assess(case.pack, case.facts, case.asked, self.kit.today(), explain=False)
        if not (found["settled"] and found["answer"] in EARLY and found["next_question"]):
            return []
        if tracker.get_slot("told_early") == found["answer"]:
            return []
        text = f"**{found['said']}** {found['headline']['text']}\n\n{say('answer_early')}"
        reply(dispatcher, text, [DRAFT], topic="start_check")
        return [SlotSet("told_early", found["answer"])]


def state_of(tracker: Tracker, facts: Any) -> State:
    """Where the check stands, from the slots."""
    slots = tracker.slots
    return State(
        answers={fact: slots[fact] for fact in facts if isinstance(slots.get(fact), str)},
        thinks=frozenset(slots.get("thinks") or ()),
        to_confirm=slots.get("to_confirm") or {},
        was=slots.get("was") or {},
        tries=slots.get("tries") or {},
        answered=tuple(slots.get("answered") or ()),
        question=pending(tracker),
        alarmed=bool(slots.get("alarm")),
        hinted=bool(slots.get("hinted")),
        in_check=in_check(tracker),
        finished=bool(slots.get("check_done")),
    )


def changes(before: State, after: State) -> list[Any]:
    """The slots that differ, as Rasa's events."""
    facts = {**dict.fromkeys(before.answers), **after.answers}
    events = [SlotSet(fact, value) for fact, value in facts.items() if before.answers.get(fact) != value]
    kept = {
        "thinks": (sorted(before.thinks), sorted(after.thinks)),
        "to_confirm": (dict(before.to_confirm), dict(after.to_confirm)),
        "was": (dict(before.was), dict(after.was)),
        "tries": (dict(before.tries), dict(after.tries)),
        "answered": (list(before.answered), list(after.answered)),
        "alarm": (before.alarmed, after.alarmed),
        "hinted": (before.hinted, after.hinted),
    }
    events += [SlotSet(name, now or None) for name, (then, now) in kept.items() if then != now]
    if before.was and not after.was:
        events.append(SlotSet("ask_again", None))
    return events
