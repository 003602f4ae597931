"""Finding a draft: by its reference, or by the case that it is of."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.referrals.reference import NotAReference, parse_reference
from bot.referrals.referral import Referral


def find_draft(session: Session, reference: str) -> Referral | None:
    """The referral with this reference, however it was typed; None when there is none or it was deleted."""
    try:
        this = Referral.reference == parse_reference(reference)
    except NotAReference:
        return None
    return session.scalar(select(Referral).where(this, Referral.erased_at.is_(None)))


def draft_of_case(session: Session, conversation_id: str, case_number: int) -> Referral | None:
    """The draft of this case of this conversation; None when there is none."""
    of_case = (Referral.conversation_id == conversation_id, Referral.case_number == case_number)
    return session.scalar(select(Referral).where(*of_case))
