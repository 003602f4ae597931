"""A lead who leaves: signed out everywhere, and what they held is handed on or given back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.referrals.access.lead_session import end_all_sessions
from bot.referrals.holding import let_go
from bot.referrals.lead import Lead
from bot.referrals.permission import may_see
from bot.referrals.referral import Referral

OPERATOR = "operator"
"""The actor of what is done at the command line."""
ORGANISATION = "organisation"
"""The actor of what follows from an account that its organisation withdrew."""


class CannotTakeOver(ValueError):
    """Whoever is to take the drafts on may not see these; the message names their references."""


def end_lead(session: Session, lead: Lead, actor: str, at: datetime, hand_to: Lead | None = None) -> list[str]:
    """End the lead's access now; the references of what they held, which `hand_to` now holds, or nobody does.

    Whoever may take it on is told. Raises CannotTakeOver, and changes nothing then.
    """
    held = list(
        session.scalars(
            select(Referral).where(Referral.claimed_by == lead.id, Referral.erased_at.is_(None)).order_by(Referral.id)
        )
    )
    unseen = [each.reference for each in held if hand_to is not None and not may_see(hand_to, each)]
    if unseen:
        raise CannotTakeOver(", ".join(unseen))
    lead.active = False
    end_all_sessions(session, lead, at)
    session.flush()
    for referral in held:
        let_go(session, referral, actor, hand_to, at=at)
    return [each.reference for each in held]
