"""Answering a question about the guidance, in the check or outside it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction, in_check
from actions.replying import START, Button, button, reply
from bot.guidance.model import Pack
from bot.interview.citing import citations

NEXT = {
    "compute_deadline": "Work out a date",
    "draft_referral": "Make the draft referral",
    "human_contact": "Talk to a person",
}


class AnswerTopic(KitAction):
    """`action_answer_topic`: the reviewed answer of this area's pack, with its sources and a next step."""

    action_name = "action_answer_topic"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        pack = self.kit.case(tracker).pack
        answer = pack.answers[tracker.get_intent_of_latest_message()]
        text = answer.text
        if answer.topic == "contact":
            text += "\n\n" + contacts_text(pack)
        offers = [] if in_check(tracker) else [next_step(pack, step) for step in answer.next]
        reply(dispatcher, text, offers, topic=answer.topic, sources=citations(pack, answer.cite))
        return []


def next_step(pack: Pack, step: str) -> Button:
    """A button for a topic or an action that may follow an answer."""
    if step == "start_check":
        return START
    title = NEXT.get(step) or pack.answers[step].title
    return button(title, step)


def contacts_text(pack: Pack) -> str:
    """What the area's pack holds of contact details; says so when it holds none."""
    if not pack.contacts:
        return f"I hold no contact details for {pack.head.partnership} yet."
    return "\n".join(f"- {contact.role}: {contact.text}" for contact in pack.contacts)
