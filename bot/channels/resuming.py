"""Stopping with a code, and carrying on with it in another browser or channel; a conversation has one owner."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.channels import record
from bot.channels.model import Reply, Transcript
from bot.channels.pace import Pace
from bot.deadlines.spoken import long_date
from bot.dialogue.resume_codes import conversation_of, live_code, mint, void
from bot.dialogue.tables import ConversationRow
from bot.settings import LONDON, Settings
from bot.storage.base import now

MARK = "[your code]"
"""Stands for the code in what is stored; whoever holds the conversation sees the code itself while it is good."""

SHOWN = f"resume {MARK}"
"""What the transcript shows of a message that held a code."""

CARRIED_ON, UNKNOWN, BUSY = "/resumed", "/resume_unknown", "/resume_elsewhere"
"""What the dialogue is told of a code: it opened the conversation; it is not good; this one has a case of its own."""

MISSES_A_MINUTE = 20
"""Codes that are not good, from one sender: an office that mistypes is served, a guesser is slowed to centuries."""


class Resuming:
    """Codes of one service. Guesses are counted by sender."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._misses = Pace("resume", MISSES_A_MINUTE, redis_url=settings.redis_url)

    def until(self) -> datetime:
        """Until when a code made now is good."""
        return now() + timedelta(hours=self.settings.resume_hours)

    def offer(self, session: Session, row: ConversationRow) -> tuple[Reply, datetime]:
        """A new code for the conversation, and until when it is good: so long the conversation must be kept."""
        until = self.until()
        there = until.astimezone(LONDON)
        mint(session, self.settings.key, row.id, until)
        text = (
            f"Your code is **{MARK}**. Write it down. To carry on here or on another device, type: resume {MARK}. It "
            f"works once, until {there:%H:%M} on {long_date(there.date())}. Whoever has it can read this conversation."
        )
        return Reply(text=text, topic="pause"), until

    def shown(self, session: Session, row: ConversationRow, replies: list[Reply]) -> list[Reply]:
        """The replies with the code in them, where it is still good."""
        if not any(MARK in reply.text for reply in replies):
            return replies
        code = live_code(session, self.settings.key, row.id) or MARK
        return [reply.model_copy(update={"text": reply.text.replace(MARK, code)}) for reply in replies]

    def shown_in(self, session: Session, row: ConversationRow, transcript: Transcript) -> Transcript:
        """The transcript with the code in it, where it is still good."""
        if not any(MARK in line.text for line in transcript.messages if line.reply):
            return transcript
        code = live_code(session, self.settings.key, row.id) or MARK
        lines = tuple(
            line.model_copy(update={"text": line.text.replace(MARK, code), "reply": _with(line.reply, code)})
            for line in transcript.messages
        )
        return transcript.model_copy(update={"messages": lines})

    def move(
        self, session: Session, row: ConversationRow, token: str, code: str, sender: str | None
    ) -> tuple[ConversationRow, str]:
        """The conversation to go on with, and what the dialogue is told.

        The code's conversation now belongs to `token`: the token before opens it no more. Codes that are not good are
        counted by `sender` (None: by conversation); Problem 429 is raised for too many. A good one always passes.
        """
        found = conversation_of(session, self.settings.key, code)
        kept = session.get(ConversationRow, found, with_for_update=True) if found else None
        if kept is None or kept.expires_at <= now():
            self._misses.check(sender or row.id)
            return row, UNKNOWN
        if kept is not row and record.has_case(session, row):
            return row, BUSY
        if not void(session, kept.id, self.settings.key, code):  # another browser was first
            return row, UNKNOWN
        if kept is not row:
            row.token_hash, row.expires_at = record.hashed(secrets.token_urlsafe(32)), now()
            session.flush()
            kept.token_hash = record.hashed(token)
        return kept, CARRIED_ON


def _with(reply: Reply | None, code: str) -> Reply | None:
    return reply and reply.model_copy(update={"text": reply.text.replace(MARK, code)})
