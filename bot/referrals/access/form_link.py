"""Links by which a practitioner opens the form of the draft that they made in a conversation."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.referrals.access.token import hashed, make_token
from bot.referrals.referral import Referral
from bot.storage.base import Base

FORM_LINK_LASTS = timedelta(days=14)
"""Long enough for a lead to ask for more and for the practitioner to come back to it."""


class FormLink(Base):
    """A link that was given out in the conversation of this draft. Only the token's hash is kept here."""

    __tablename__ = "form_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]


def make_form_link(session: Session, referral: Referral, now: datetime) -> str:
    """The token of a new link to this draft's form, for 14 days. Earlier links go on working until they expire."""
    token = make_token()
    made = FormLink(referral_id=referral.id, token_hash=hashed(token), made_at=now, expires_at=now + FORM_LINK_LASTS)
    session.add(made)
    session.flush()
    return token


def draft_of_form(session: Session, token: str, now: datetime) -> Referral | None:
    """The draft whose form this token opens; None when it is unknown or its time is over."""
    live = (FormLink.token_hash == hashed(token), FormLink.expires_at > now)
    return session.scalar(select(Referral).join(FormLink, FormLink.referral_id == Referral.id).where(*live))
