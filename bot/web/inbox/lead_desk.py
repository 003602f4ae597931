"""The lead at the form: whoever holds the draft may change the record, and after the decision where it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.referrals.history import lead_actor
from bot.referrals.holding import require_not_held_by_another
from bot.referrals.permission import draft_for
from bot.referrals.problems import NotHeld
from bot.referrals.referral import Referral
from bot.web.form.tasks import SECTIONS
from bot.web.signin.guard import SignedIn


@dataclass(frozen=True)
class LeadDesk:
    """A signed-in lead and the draft of this reference."""

    who: SignedIn
    reference: str

    sections: tuple[str, ...] = (*SECTIONS, "sending")

    @property
    def base(self) -> str:
        """The record's page in the inbox."""
        return f"/inbox/{self.reference}/record"

    @property
    def csrf(self) -> str:
        """The lead's own."""
        return self.who.csrf

    @property
    def actor(self) -> str:
        """The lead, by number."""
        return lead_actor(self.who.lead)

    def referral(self, session: Session) -> Referral:
        """Raises NoSuchReferral."""
        return draft_for(session, self.who.lead, self.reference)

    def require_pen(self, _session: Session, referral: Referral) -> None:
        """Raises HeldByAnother, or NotHeld while nobody holds it. What a decision closed, saving refuses."""
        require_not_held_by_another(referral, self.who.lead)
        if referral.claimed_by is None:
            raise NotHeld("Take this draft on before you change it, so that nobody else does at the same time")

    def context(self) -> dict[str, Any]:
        """What the layout needs."""
        return {"layout": "inbox/base.html", "by_lead": True, "who": self.who}
