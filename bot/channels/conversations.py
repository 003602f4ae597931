"""Taking a turn: one message in, stored and answered, or refused with nothing stored at all."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.channels import record
from bot.channels.choices import take, typed_out
from bot.channels.live import Live, Standing
from bot.channels.model import Reply, Transcript
from bot.channels.pace import Pace
from bot.channels.problems import EarlierTurn, ExpiredConversation, Problem, UnknownConversation
from bot.channels.replies import apology, replies_from, told_removed
from bot.channels.resuming import SHOWN, Resuming
from bot.dialogue.resume_codes import code_in, live_code
from bot.dialogue.tables import ConversationRow
from bot.dialogue.talk import Said, Talk
from bot.dialogue.turn_context import Turn as Context
from bot.dialogue.turn_context import current_turn
from bot.redaction import redact, to_understand
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions

log = logging.getLogger(__name__)
LONGEST = 4000
"""Characters of one message: a long story fits, a pasted file does not."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was taken and stored. `number` counts the turns; `words` is what was sent, redacted."""

    token: str
    replies: list[Reply]
    number: int = 0
    words: str = ""


Also = Callable[[Session, Turn], None]
"""What a channel stores in the turn's own transaction, when the turn is whole."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is passed to the dialogue, and the words that the transcript shows for it."""

    passed: str
    shown: str
    minted: bool
    removed: list[str]


class Conversations:
    """Every channel talks to the guide through here."""

    def __init__(self, talk: Talk, sessions: Sessions, settings: Settings, areas: tuple[str, ...]) -> None:
        self.talk, self.sessions, self.settings, self.areas = talk, sessions, settings, areas
        self.pace = Pace("turn", settings.turns_a_minute, redis_url=settings.redis_url)
        self.resuming = Resuming(settings)
        self.live = Live(sessions)
        # A turn is all processor time, so turns of one process gain nothing from running side by side;
        # one after another, none can wait for SQLite's writer while that writer waits for it.
        self._one_at_a_time = asyncio.Lock()

    async def take_turn(
        self,
        token: str | None,
        *,
        text: str | None = None,
        choice: str | list[str] | None = None,
        area: str | None = None,
        key: str | None = None,
        begins_as: str | None = None,
        since: int | None = None,
        removed: Sequence[str] = (),
        also: Also | None = None,
    ) -> Turn:
        """Take one message (typed `text`, or a `choice` minted by the last turn) and answer it.

        `token` None begins a conversation, for `area` if given. A message that comes again with the same `key` is
        not taken again: its replies are. `begins_as`, known to nobody but the sender, is the token of a conversation
        to begin, so that a first message that comes again begins no second one. `since`: the number of the turn that
        the message answers; EarlierTurn is raised when another came between. `removed`: what a channel took out of
        the text before it kept it. `also` is called before the turn is committed; what it raises undoes the turn.
        Raises Problem; then nothing was stored.
        """
        self._check(text, choice, area)
        first = token is None
        token = token or begins_as or secrets.token_urlsafe(32)
        async with self._one_at_a_time:
            try:
                with self.sessions() as session:
                    begins = first and record.find(session, token) is None
                    if begins:
                        row = record.begin(session, token, area or self.settings.area)
                    else:
                        row = self._open(session, token)
                    if key and (replies := record.replies_to(session, row, key)) is not None:
                        return Turn(token, self.resuming.shown(session, row, replies), row.turns)
                    if since is not None and since != row.turns:
                        raise EarlierTurn(row.turns)
                    self.pace.check(row.id)
                    if code := code_in(text or ""):
                        row, told = self.resuming.move(session, row, token, code)
                        message = Message(told, SHOWN, minted=True, removed=[])
                    else:
                        message = self._message(text, choice, row, removed)
                    return await self._take(session, token, row, message, area, key, also)
            except DBAPIError as error:
                log.error("a turn could not be stored: %s", type(error.orig).__name__)
                raise Problem(503, "Not taken", "I could not store your message. Send it again.", 5) from None

    async def note(self, token: str, words: str, answer: str, *, typed: bool, also: Also) -> Turn:
        """Add to the transcript what happened outside a turn (a message edited or deleted), answer it, ask again.

        `words` are redacted already. No answer given before changes. Raises Problem; then nothing was stored.
        """
        async with self._one_at_a_time:
            with self.sessions() as session:
                row = self._open(session, token)
                pending = record.pending(session, row)
                replies = [Reply(text=answer), *([pending] if pending else [])]
                record.keep(session, row, words, typed=typed, replies=replies)
                turn = Turn(token, replies, row.turns, words)
                also(session, turn)
                session.commit()
                self.live.tell(row.id, Standing(row.messages, row.expires_at))
                return turn

    def transcript(self, token: str) -> Transcript:
        """Everything said so far. Raises UnknownConversation or ExpiredConversation."""
        with self.sessions() as session:
            row = self._open(session, token)
            return self.resuming.shown_in(session, row, record.transcript(session, row))

    def asked_now(self, token: str) -> tuple[Reply | None, int]:
        """The reply whose question waits, and the number of turns. Raises as `transcript` does."""
        with self.sessions() as session:
            row = self._open(session, token)
            return record.pending(session, row), row.turns

    def standing(self, token: str) -> tuple[str, Standing]:
        """The conversation's id, and how it stands. Raises UnknownConversation or ExpiredConversation."""
        with self.sessions() as session:
            row = self._open(session, token)
            return row.id, Standing(row.messages, row.expires_at)

    def keep_open(self, token: str) -> None:
        """Start the conversation's hours afresh. Raises UnknownConversation or ExpiredConversation."""
        with self.sessions.begin() as session:
            row = self._open(session, token)
            row.expires_at = max(row.expires_at, now() + timedelta(hours=self.settings.conversation_hours))
        self.live.tell(row.id, Standing(row.messages, row.expires_at))

    def end(self, token: str) -> None:
        """End the conversation now: this token opens it no more, only a code that was asked for. Raises likewise."""
        with self.sessions.begin() as session:
            row = self._open(session, token)
            if live_code(session, self.settings.key, row.id):
                row.token_hash = record.hashed(secrets.token_urlsafe(32))
            else:
                row.expires_at = now()
        self.live.tell(row.id, Standing(row.messages, now()))

    def _check(self, text: str | None, choice: str | list[str] | None, area: str | None) -> None:
        if (text is None) == (choice is None):
            raise Problem(400, "Malformed", "Send either text or choice: found both or neither.")
        if text is not None and not text.strip():
            raise Problem(400, "Nothing typed", "Type an answer or a question: found nothing.")
        if text is not None and len(text) > LONGEST:
            detail = (
                f"Text: found {len(text):,} characters, expected at most {LONGEST:,}. Shorten it and send it again."
            )
            raise Problem(400, "Too long", detail)
        if area is not None and area not in self.areas:
            raise Problem(400, "Unknown area", f"Area: found {area[:40]!r}, expected one of {', '.join(self.areas)}.")

    def _open(self, session: Session, token: str) -> ConversationRow:
        row = record.find(session, token)
        if row is None:
            raise UnknownConversation
        if row.expires_at <= now():
            raise ExpiredConversation
        return row

    async def _take(
        self,
        session: Session,
        token: str,
        row: ConversationRow,
        message: Message,
        area: str | None,
        key: str | None,
        also: Also | None,
    ) -> Turn:
        context = Context(session, row.id, row.case_number)
        said = await self._say(context, message)
        if any(part.get("retell") for part in said):
            record.next_case(session, row)
            context = Context(session, row.id, row.case_number)
            said += await self._say(context, message)
        if context.failures:
            session.rollback()
            row = record.find(session, token) or record.begin(session, token, area or self.settings.area)
            replies = apology(context.failures[-1], record.pending(session, row))
        else:
            replies = [*told_removed(message.removed), *replies_from(said)]
            row.offered = record.offered(said)
            if any(part.get("topic") == "pause" and part.get("code") for part in said):
                replies.append(self.resuming.offer(session, row))
        record.keep(session, row, message.shown, typed=not message.minted, replies=replies, key=key)
        row.expires_at = max(row.expires_at, now() + timedelta(hours=self.settings.conversation_hours))
        if any(part.get("new_case") for part in said):
            record.next_case(session, row)
        turn = Turn(token, self.resuming.shown(session, row, replies), row.turns, message.shown)
        if also is not None:
            also(session, turn)
        session.commit()
        self.live.tell(row.id, Standing(row.messages, row.expires_at))
        return turn

    def _message(
        self, text: str | None, choice: str | list[str] | None, row: ConversationRow, before: Sequence[str]
    ) -> Message:
        if text is not None:
            choice = typed_out(text, row.offered)
        if text is not None and choice is None:
            clean, removed = redact(text.strip())
            told = list(dict.fromkeys([*before, *removed]))
            return Message(to_understand(clean) or clean, clean, minted=False, removed=told)
        payload, words = take(choice or [], row.offered)
        return Message(payload, words, minted=True, removed=[])

    async def _say(self, context: Context, message: Message) -> list[Said]:
        reset = current_turn.set(context)
        try:
            said = await self.talk.say(context, message.passed, minted=message.minted)
        except DBAPIError:
            raise
        except Exception as error:
            context.failures.append(secrets.token_hex(4))
            log.error("incident %s: the dialogue failed with %s", context.failures[-1], type(error).__name__)
            said = []
        finally:
            current_turn.reset(reset)
        if not said and not context.failures:
            context.failures.append(secrets.token_hex(4))
            log.error("incident %s: the dialogue said nothing", context.failures[-1])
        return said
