"""The card that a lead gets about a draft: reference, urgency, age, who holds it, link. Nothing about the child."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.channels.teams.cards.parts import Card, Part, card, heading, link, text
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED
from bot.referrals.urgency import is_urgent
from bot.settings import LONDON

CLAIM = "claim"


def lead_card(referral: Referral, said: str, url: str, lead_id: int, at: datetime) -> Card:
    """`said` is what there is to tell, `url` opens the draft, `lead_id` is whom the card is for, `at` the moment."""
    urgent = is_urgent(referral, at.astimezone(LONDON).date())
    title = f"{'Urgent: draft' if urgent else 'Draft'} referral {referral.reference}"
    facts = {
        "Reference": referral.reference,
        "Urgent": "Yes, read it now" if urgent else "No",
        "Waiting for": age_words(at - referral.created_at),
        "Held by": _holder(referral, lead_id),
    }
    body: list[Part] = [
        heading(title),
        text(said),
        {"type": "FactSet", "facts": [{"title": name, "value": value} for name, value in facts.items()]},
        text("This card says nothing about the case. Sign in to read the draft.", isSubtle=True, size="Small"),
    ]
    actions = [link("Open in the inbox", url)]
    if referral.claimed_by is None and referral.status not in DECIDED:
        claim = {"type": "Action.Execute", "title": "Claim", "verb": CLAIM, "data": {"reference": referral.reference}}
        actions.insert(0, {**claim, "style": "positive", "associatedInputs": "none", "fallback": "drop"})
    return card(body, actions, fallback=f"{title}. {said} {url}")


def age_words(age: timedelta) -> str:
    """ "5 minutes", "3 hours", "2 days"; less than a minute is "less than a minute"."""
    minutes = int(age.total_seconds() // 60)
    for unit, size in (("day", 1440), ("hour", 60), ("minute", 1)):
        if minutes >= size:
            number = minutes // size
            return f"{number} {unit}{'' if number == 1 else 's'}"
    return "less than a minute"


def _holder(referral: Referral, lead_id: int) -> str:
    if referral.status in DECIDED:
        return "nobody: it was decided"
    if referral.holder is None:
        return "nobody yet"
    return "you" if referral.holder.id == lead_id else referral.holder.name
