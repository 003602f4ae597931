"""The way to a person."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.onward import onward
from actions.replying import button, reply
from bot.guidance.says import say
from bot.interview.citing import citations
from bot.interview.saying import contacts_text


class Person(KitAction):
    """`action_human_contact`: who to speak to in this area, with the contact details that its pack holds."""

    action_name = "action_human_contact"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        text = say("person")
        if case.pack.contacts:
            text += "\n\n" + contacts_text(case.pack)
        offers = [button("Who to speak to first", "consult_lead"), button("Contact details", "contact")]
        sources = citations(case.pack, case.pack.answers["consult_lead"].cite)
        reply(dispatcher, text, [*offers, *onward(tracker, case)], topic="human_contact", sources=sources)
        return []
