"""Why do you ask? And, after the check: why this result?"""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import Case, KitAction, pending
from actions.onward import onward
from actions.replying import START, reply
from bot.guidance.says import say
from bot.interview.citing import citations
from bot.interview.saying import question_for


class Explain(KitAction):
    """`action_explain_why`: the reason for the pending question, else the reasons for the result so far."""

    action_name = "action_explain_why"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        question = question_for(case.pack, pending(tracker) or "")
        if question is not None:
            reply(dispatcher, question.why, topic="explain_why", sources=citations(case.pack, question.cite))
        elif case.facts:
            reply(dispatcher, self._reasons(case), onward(tracker, case), topic="explain_why")
        else:
            text = say("check_explained")
            reply(dispatcher, text, [START], topic="explain_why")
        return []

    def _reasons(self, case: Case) -> str:
        assessment = self.kit.assess(case)
        lines = [_reason(outcome) for outcome in assessment["outcomes"] if outcome["status"] == "applies"]
        return "This is what the result rests on.\n\n" + "\n".join(lines)


def _reason(outcome: dict[str, Any]) -> str:
    """One outcome with its reasons, its rule, and the answers with which it would no longer apply for sure."""
    rests_on = [fact["words"] + (" (from the age)" if fact["label"] == "derived" else "") for fact in outcome["basis"]]
    line = f"- {outcome['title']}: because {'; '.join(rests_on) or 'it always applies'} (rule {outcome['rule']})."
    if outcome["changes_if"]:
        line += f" It would be otherwise if {', or '.join(change['words'] for change in outcome['changes_if'])}."
    return line
