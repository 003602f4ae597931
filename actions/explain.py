"""Why do you ask? And, after the check: why this result?"""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import Case, KitAction, in_check
from actions.replying import START, reply
from bot.interview.assess import assess
from bot.interview.citing import citations
from bot.interview.saying import question_for


class Explain(KitAction):
    """`action_explain_why`: the reason for the pending question, else the reasons for the result so far."""

    action_name = "action_explain_why"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        question = question_for(case.pack, str(tracker.get_slot("requested_slot")))
        if in_check(tracker) and question is not None:
            reply(dispatcher, question.why, topic="explain_why", sources=citations(case.pack, question.cite))
        elif case.facts:
            reply(dispatcher, self._reasons(case), topic="explain_why")
        else:
            text = "I ask only what can change the answer. Start the check and ask me at any question why I want to know."
            reply(dispatcher, text, [START], topic="explain_why")
        return []

    def _reasons(self, case: Case) -> str:
        assessment = assess(case.pack, case.facts, case.asked, self.kit.today())
        lines = [
            f"- {o['title']}: because {'; '.join(o['because_words']) or 'it always applies'} (rule {o['rule']})."
            for o in assessment["outcomes"]
            if o["status"] == "applies"
        ]
        return "This is what the result rests on.\n\n" + "\n".join(lines)
