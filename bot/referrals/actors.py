"""Who the actors of events are, by name."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.referrals.event import ReferralEvent
from bot.referrals.history import PRACTITIONER, lead_actor
from bot.referrals.lead import Lead


def actor_names(session: Session, events: Iterable[ReferralEvent]) -> dict[str, str]:
    """A name for the actor of each of these events, keyed by the actor as it is stored."""
    actors = {event.actor for event in events}
    numbers = [int(actor.removeprefix("lead:")) for actor in actors if actor.startswith("lead:")]
    leads = session.scalars(select(Lead).where(Lead.id.in_(numbers)))
    return {PRACTITIONER: "the practitioner"} | {lead_actor(lead): lead.name for lead in leads}
