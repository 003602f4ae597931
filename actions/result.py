"""The end of the check: what applies, why, by when, and what is still open."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.replying import AGAIN, CHANGE, DRAFT, WHY, reply
from bot.interview.differences import differences, in_words
from bot.interview.result_text import result_text


class Result(KitAction):
    """`action_assess`: gives the assessment, and what changed since the last one; the draft is offered, never made
    unasked.
    """

    action_name = "action_assess"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        assessment = self.kit.assess(case)
        sources = {(s["source"], s["section"]): s for o in assessment["outcomes"] for s in o["citations"]}
        statuses = {item["outcome"]: item["status"] for item in assessment["outcomes"]}
        before = tracker.get_slot("told_result")
        if before is not None and not tracker.get_slot("check_done"):
            changed = in_words(differences(before, statuses), case.pack)
            text = f"**What your change does to the result**\n\n{changed}" if changed else "The result stays the same."
            reply(dispatcher, text, topic="change_answer")
        reply(
            dispatcher,
            result_text(assessment),
            [DRAFT, CHANGE, WHY, AGAIN],
            assessment=assessment,
            sources=list(sources.values()),
        )
        done = [SlotSet("check_done", True), SlotSet("ask_again", None), SlotSet("was", None)]
        return [
            *done,
            SlotSet("offered", "draft_referral"),
            SlotSet("to_confirm", None),
            SlotSet("told_result", statuses),
        ]
