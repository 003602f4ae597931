"""What has become of the draft."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.onward import onward
from actions.replying import reply
from bot.dialogue.turn_context import current_turn
from bot.guidance.says import say
from bot.referrals.access.form_link import make_form_link
from bot.referrals.find import draft_of_case
from bot.referrals.questions import waiting_question
from bot.referrals.status import DECIDED, SAID
from bot.storage.base import now


class ReferralStatus(KitAction):
    """`action_referral_status`: the state of this case's draft, or that there is none."""

    action_name = "action_referral_status"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        turn = current_turn.get()
        draft = draft_of_case(turn.session, turn.conversation_id, turn.case_number) if turn else None
        if draft is None:
            reply(dispatcher, say("no_draft"), onward(tracker, self.kit.case(tracker)), topic="referral_status")
            return []
        referral = {"reference": draft.reference, "status": draft.status.value, "url": f"/inbox/{draft.reference}"}
        if turn is not None and draft.status not in DECIDED:
            referral["form"] = f"/form/open/{make_form_link(turn.session, draft, now())}"
        reply(
            dispatcher,
            _said(f"{draft.reference}: {SAID[draft.status]}.", waiting_question(turn.session, draft) if turn else ""),
            onward(tracker, self.kit.case(tracker)),
            topic="referral_status",
            referral=referral,
        )
        return []


def _said(standing: str, question: str) -> str:
    """Where the draft stands, and what the lead waits for; how to answer here or on the form."""
    return "\n\n".join([standing, *([say("lead_asks", question=question)] if question else [])])
