"""Using a sign-in link: once, in time, and only the newest."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.referrals.access.request_link import SignInLink
from bot.referrals.access.token import hashed
from bot.referrals.lead import Lead


class LinkRefused(ValueError):
    """The link opens nothing; the message says why, for the person who holds it."""


def claim_link(session: Session, token: str, now: datetime) -> Lead:
    """The lead that this link signs in. Of many attempts at once one succeeds. Raises LinkRefused."""
    usable = (
        SignInLink.token_hash == hashed(token),
        SignInLink.lead_id.is_not(None),
        SignInLink.claimed_at.is_(None),
        SignInLink.superseded_at.is_(None),
        SignInLink.expires_at > now,
    )
    lead_id = session.scalar(update(SignInLink).where(*usable).values(claimed_at=now).returning(SignInLink.lead_id))
    lead = session.get(Lead, lead_id) if lead_id is not None else None
    if lead is None:
        raise LinkRefused(_why(session.scalar(select(SignInLink).where(SignInLink.token_hash == hashed(token)))))
    if not lead.active:
        raise LinkRefused("This link is not one that we sent")
    return lead


def _why(link: SignInLink | None) -> str:
    if link is None or link.lead_id is None:
        return "This link is not one that we sent"
    if link.claimed_at is not None:
        return "This link was used already: each link works once"
    if link.superseded_at is not None:
        return "A newer link was sent after this one: use the newest"
    return "This link is more than 15 minutes old"
