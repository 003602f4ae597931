"""How many notices wait, were sent, or were given up."""

from __future__ import annotations

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from bot.notify.outbox.notice import Notice


def counts(session: Session) -> dict[str, int]:
    """{"waiting": n, "sent": n, "given_up": n}."""
    became = case((Notice.sent_at.is_not(None), "sent"), (Notice.given_up_at.is_not(None), "given_up"), else_="waiting")
    found = session.execute(select(became, func.count()).group_by(became)).tuples().all()
    return {"waiting": 0, "sent": 0, "given_up": 0} | dict(found)
