"""Claim, pressed on a lead's card: who pressed is looked up, never taken from the card; the answer is the card anew."""

from __future__ import annotations

import asyncio
from typing import Any

from microsoft_agents.activity import Activity, AdaptiveCardInvokeResponse

from bot.channels.teams.admission import tenant_of
from bot.channels.teams.cards.lead import CLAIM, lead_card
from bot.channels.teams.cards.messages import CARD
from bot.channels.teams.lead_accounts import lead_of
from bot.channels.teams.words import NOT_A_LEAD, NOT_OFFERED
from bot.referrals.holding import claim
from bot.referrals.permission import draft_for
from bot.referrals.problems import ReferralProblem
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions


class Claiming:
    """Runs Action.Execute."""

    def __init__(self, sessions: Sessions, settings: Settings) -> None:
        self.sessions, self.settings = sessions, settings

    async def __call__(self, activity: Activity, verb: str, data: dict[str, Any]) -> AdaptiveCardInvokeResponse:
        """The card as it is after, or a sentence for whoever pressed."""
        reference = data.get("reference")
        if verb != CLAIM or not isinstance(reference, str):
            return _words(NOT_OFFERED)
        account = activity.from_property.aad_object_id if activity.from_property else None
        return await asyncio.to_thread(self._claim, tenant_of(activity), account, reference)

    def _claim(self, tenant: str, account: str | None, reference: str) -> AdaptiveCardInvokeResponse:
        with self.sessions.begin() as session:
            lead = lead_of(session, self.settings.key, tenant, account)
            if lead is None:
                return _words(NOT_A_LEAD)
            try:
                referral = draft_for(session, lead, reference)
            except ReferralProblem as problem:
                return _words(f"{problem}.")
            said = "You hold this draft now. Open it in the inbox to read it and decide."
            try:
                claim(session, referral, lead)
            except ReferralProblem as problem:
                said = f"{problem}."
            url = f"{self.settings.public_url.rstrip('/')}/inbox/{referral.reference}"
            content = lead_card(referral, said, url, lead.id, now())
            return AdaptiveCardInvokeResponse(status_code=200, type=CARD, value=content)


def _words(sentence: str) -> AdaptiveCardInvokeResponse:
    return AdaptiveCardInvokeResponse(
        status_code=200,
        type="application/vnd.microsoft.activity.message",
        value=sentence,
    )
