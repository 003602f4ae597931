"""Who the actors of events are, by name."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.referrals.event import ReferralEvent
from bot.referrals.history import PRACTITIONER, lead_actor
from bot.referrals.lead import Lead

SAID = {
    PRACTITIONER: "the practitioner",
    "service": "this service",
    "retention": "this service",
    "operator": "the operator",
    "organisation": "their organisation, which withdrew the account",
}


def actor_names(session: Session, events: Iterable[ReferralEvent]) -> dict[str, str]:
    """A name for the actor of each of these events, keyed by the actor as it is stored."""
    actors = {event.actor for event in events}
    numbers = [int(actor.removeprefix("lead:")) for actor in actors if actor.startswith("lead:")]
    leads = session.scalars(select(Lead).where(Lead.id.in_(numbers)))
    return SAID | {lead_actor(lead): lead.name for lead in leads}
