"""The transcript of a conversation, as far as other rooms need it."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.dialogue.tables import MessageRow

DAY_ALONE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
"""As date fields are sent."""


def own_words(session: Session, conversation_id: str, case_number: int) -> str:
    """What the practitioner typed about this case, line by line.

    Choices are left out, and so are days told by themselves, as date fields send them: without their question they
    say nothing.
    """
    of_case = (MessageRow.conversation_id == conversation_id, MessageRow.case_number == case_number)
    typed = select(MessageRow.text).where(*of_case, MessageRow.who == "user", MessageRow.typed).order_by(MessageRow.n)
    return "\n".join(text for text in session.scalars(typed) if not DAY_ALONE.fullmatch(text))
