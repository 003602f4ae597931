"""Which Teams accounts are leads', as an administrator said, and where such a lead is reached."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.channels.teams.hashing import account_key
from bot.channels.teams.tables import TeamsChat, TeamsLead
from bot.referrals.lead import Lead


def link(session: Session, secret: str, lead: Lead, tenant: str, object_id: str) -> None:
    """This account is the lead's from now on, and no other lead's."""
    account = account_key(secret, tenant, object_id)
    row = session.get(TeamsLead, account)
    if row is None:
        session.add(TeamsLead(account=account, lead_id=lead.id, chat_key=None))
    elif row.lead_id != lead.id:
        row.lead_id, row.chat_key = lead.id, None


def unlink(session: Session, lead: Lead) -> int:
    """No account is the lead's any more; how many there were."""
    rows = session.scalars(select(TeamsLead).where(TeamsLead.lead_id == lead.id)).all()
    for row in rows:
        session.delete(row)
    return len(rows)


def lead_of(session: Session, secret: str, tenant: str, object_id: str | None) -> Lead | None:
    """The lead whose account this is, if that lead may still act."""
    row = session.get(TeamsLead, account_key(secret, tenant, object_id)) if object_id else None
    lead = None if row is None else session.get(Lead, row.lead_id)
    return lead if lead is not None and lead.active else None


def note_chat(session: Session, secret: str, tenant: str, object_id: str | None, chat_key: str) -> None:
    """A personal chat of this account: if it is a lead's, that is where the lead is reached."""
    row = session.get(TeamsLead, account_key(secret, tenant, object_id)) if object_id else None
    if row is not None:
        row.chat_key = chat_key


def chats_of(session: Session, lead_id: int) -> list[TeamsChat]:
    """Where the lead is reached: one chat an account."""
    reached = select(TeamsChat).join(TeamsLead, TeamsLead.chat_key == TeamsChat.key)
    return list(session.scalars(reached.where(TeamsLead.lead_id == lead_id).order_by(TeamsChat.key)))
