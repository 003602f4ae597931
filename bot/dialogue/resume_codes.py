"""Codes by which a stopped check is carried on elsewhere: short enough to read aloud, kept only as a keyed hash.

A code is made from the service's secret key and a random number that is kept; so it can be shown again to whoever
holds the conversation, while the database alone gives no code away.
"""

from __future__ import annotations

import hmac
import re
import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.base import Base, now

LETTERS = "BCDFGHJKLMNPQRSTVWXYZ2346789"
"""No vowels (no words), and nothing that is mistaken for another when read aloud or written: no 0, 1 or 5."""

LENGTH = 8
"""28^8 is 38 bits: with a thousand live codes a guess in 378 million is right; wrong ones are counted by sender."""

ASKED = re.compile(
    r"^\W*(?:(?:please\s+)?(?:resume|continue|carry\s+on|restore|my\s+(?:resume\s+)?code\s+is|code)\W+(?:with\W+)?(?:code\W+)?)?"
    rf"([{LETTERS}]{{4}})[\s-]*([{LETTERS}]{{4}})\W*$",
    re.IGNORECASE,
)


class ResumeCode(Base):
    """The one live code of a conversation; used once, then gone."""

    __tablename__ = "resume_codes"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    nonce: Mapped[str] = mapped_column(String(32))
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]


def code_in(text: str) -> str | None:
    """The code that a message holds, if it is nothing but one: "resume BCDF-2346", "bcdf 2346"."""
    found = ASKED.match(text)
    if found is None or not re.search(r"\d|resume|code", text, re.IGNORECASE):
        return None
    return f"{found[1]}-{found[2]}".upper()


def mint(session: Session, key: str, conversation_id: str, expires_at: datetime) -> str:
    """A new code for the conversation; the one before is void."""
    nonce = secrets.token_hex(16)
    code = _code(key, nonce)
    session.merge(
        ResumeCode(conversation_id=conversation_id, nonce=nonce, code_hash=_hash(key, code), expires_at=expires_at)
    )
    return code


def live_code(session: Session, key: str, conversation_id: str) -> str | None:
    """The conversation's code, to be shown again to its owner; None when there is none or it is past."""
    row = session.get(ResumeCode, conversation_id)
    return None if row is None or row.expires_at <= now() else _code(key, row.nonce)


def conversation_of(session: Session, key: str, code: str) -> str | None:
    """The conversation of a code; None for an unknown or past one."""
    row = session.scalar(select(ResumeCode).where(ResumeCode.code_hash == _hash(key, code)))
    return None if row is None or row.expires_at <= now() else row.conversation_id


def void(session: Session, conversation_id: str, key: str, code: str) -> bool:
    """The conversation's code opens nothing any more. False: it was used meanwhile, so it opens nothing here either."""
    mine = ResumeCode.conversation_id == conversation_id, ResumeCode.code_hash == _hash(key, code)
    done = session.execute(delete(ResumeCode).where(*mine))
    return bool(done.rowcount)  # type: ignore[attr-defined]  # a DELETE gives a CursorResult


def _code(key: str, nonce: str) -> str:
    digest = int.from_bytes(hmac.digest(key.encode(), f"resume code {nonce}".encode(), sha256))
    letters = ""
    for _ in range(LENGTH):
        digest, place = divmod(digest, len(LETTERS))
        letters += LETTERS[place]
    return f"{letters[:4]}-{letters[4:]}"


def _hash(key: str, code: str) -> str:
    return hmac.new(key.encode(), f"look up {code}".encode(), sha256).hexdigest()
