"""The draft referral: made for a safeguarding lead to read and decide on; never sent anywhere by the guide."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.replying import AGAIN, CHANGE, START, reply
from bot.criteria.facts import plain
from bot.dialogue.transcript import own_words
from bot.dialogue.turn_context import current_turn
from bot.guidance.says import say
from bot.referrals.access.form_link import make_form_link
from bot.referrals.drafts import make_draft
from bot.referrals.permission import leads_of
from bot.referrals.problems import AlreadyDecided
from bot.storage.base import now


class Draft(KitAction):
    """`action_draft_referral`: stores or updates the draft of this case, with whatever is known so far."""

    action_name = "action_draft_referral"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        turn = current_turn.get()
        if not case.facts or turn is None:
            reply(dispatcher, say("draft_needs_facts"), [START], topic="draft_referral")
            return []
        try:
            draft = make_draft(
                turn.session,
                conversation_id=turn.conversation_id,
                case_number=turn.case_number,
                area=case.pack.area,
                facts={name: None if value is None else plain(value) for name, value in case.told.items()},
                assessment=self.kit.assess(case),
                own_words=own_words(turn.session, turn.conversation_id, turn.case_number),
            )
        except AlreadyDecided as error:
            reply(dispatcher, say("draft_decided", reason=str(error)), [AGAIN], topic="draft_referral")
            return []
        if leads_of(turn.session, draft):
            text = say("draft_ready", reference=draft.reference)
        else:
            text = f"{say('draft_nobody')}\n\n{say('draft_kept', reference=draft.reference)}"
        referral = {
            "reference": draft.reference,
            "status": draft.status.value,
            "url": f"/inbox/{draft.reference}",
            "form": f"/form/open/{make_form_link(turn.session, draft, now())}",
        }
        reply(dispatcher, text, [CHANGE, AGAIN], topic="draft_referral", referral=referral)
        return []
