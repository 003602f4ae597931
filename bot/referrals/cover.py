"""Which lead stands in for which."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.referrals.lead import Lead


def make_deputy(session: Session, deputy: Lead, lead: Lead) -> None:
    """From now on `deputy` stands in for `lead`. Raises ValueError for a lead as their own deputy."""
    if deputy.id == lead.id:
        raise ValueError("A lead cannot be their own deputy")
    if lead not in deputy.deputy_for:
        deputy.deputy_for.append(lead)
        session.flush()


def end_deputy(session: Session, deputy: Lead, lead: Lead) -> None:
    """`deputy` no longer stands in for `lead`."""
    if lead in deputy.deputy_for:
        deputy.deputy_for.remove(lead)
        session.flush()
