"""Answering a question about the guidance, in the check or outside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction, heard, in_check, intent_of
from actions.replying import START, Button, button, reply
from bot.guidance.model import Pack
from bot.interview.citing import citations
from bot.interview.saying import contacts_text, question_for

TWO_QUESTIONS = re.compile(
    r"\?.*\?|\b(?:and|also|plus)\b,? (?:what|who|how|when|where|which|why|do|does|can|is|are|should)\b", re.IGNORECASE
)
NEXT = {
    "compute_deadline": "Work out a date",
    "draft_referral": "Make the draft referral",
    "human_contact": "Talk to a person",
}


class AnswerTopic(KitAction):
    """`action_answer_topic`: the reviewed answer of this area's pack, with its sources and a next step."""

    action_name = "action_answer_topic"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        topic = intent_of(tracker)
        area, pack = heard(tracker).get("area"), self.kit.case(tracker).pack
        if area in pack.facts["area"].values:  # an area that the question names: its words, this once
            pack = self.kit.pack(area)
        if topic not in pack.answers:  # a later edition's topic, asked under an earlier one
            pack = self.kit.packs.for_area(pack.area)
        say_answer(dispatcher, pack, topic, offers=not in_check(tracker), asked_too=asked_too(tracker, pack, topic))
        first_told = [SlotSet("area", area)] if area and not tracker.get_slot("area") and not in_check(tracker) else []
        offered = None if in_check(tracker) else "start_check"
        return [SlotSet("last_topic", topic), SlotSet("offered", offered), *first_told]


def asked_too(tracker: Tracker, pack: Pack, topic: str) -> list[Button]:
    """Where a message asks two questions, the other readings of it, to be asked by a click."""
    if not TWO_QUESTIONS.search(str(tracker.latest_message.get("text") or "")):
        return []
    ranked = [str(item["name"]) for item in tracker.latest_message.get("intent_ranking", [])]
    return [button(pack.answers[name].title, name) for name in ranked if name in pack.answers and name != topic][:2]


def say_answer(
    dispatcher: CollectingDispatcher, pack: Pack, topic: str, *, offers: bool, asked_too: Iterable[Button] = ()
) -> None:
    """The answer, with what the pack holds of contacts where it is about them, and what to do next.

    Where areas differ and the area is not known, the areas are offered first.
    """
    answer = pack.answers[topic]
    text = answer.text
    if topic == "contact":
        text += "\n\n" + contacts_text(pack)
    steps = [next_step(pack, step) for step in answer.next] if offers else []
    areas = area_buttons(pack) if offers and answer.depends_on_area and pack.area is None else []
    buttons = {item["payload"]: item for item in (*asked_too, *areas, *steps)}
    reply(dispatcher, text, buttons.values(), topic=topic, sources=citations(pack, answer.cite))


def area_buttons(pack: Pack) -> list[Button]:
    """A button for each area of England."""
    question = question_for(pack, "area")
    assert question is not None  # every pack asks for the area
    return [button(o.label, "tell_area", area=value) for value, o in question.options.items() if value != "not_england"]


def next_step(pack: Pack, step: str) -> Button:
    """A button for a topic or an action that may follow an answer."""
    if step == "start_check":
        return START
    title = NEXT.get(step) or pack.answers[step].title
    return button(title, step)
