"""The transcript of a conversation, as far as other rooms need it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.dialogue.tables import MessageRow


def own_words(session: Session, conversation_id: str, case_number: int) -> str:
    """What the practitioner typed about this case, line by line (choices made from options are left out)."""
    of_case = (MessageRow.conversation_id == conversation_id, MessageRow.case_number == case_number)
    typed = select(MessageRow.text).where(*of_case, MessageRow.who == "user", MessageRow.typed).order_by(MessageRow.n)
    return "\n".join(session.scalars(typed))
