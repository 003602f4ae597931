"""Taking a turn: one message in, stored and answered, or refused with nothing stored at all."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.channels import record
from bot.channels.choices import take, typed_out, with_danger
from bot.channels.model import Reply, Standing, Transcript
from bot.channels.pace import Pace
from bot.channels.problems import (
    EarlierTurn,
    ExpiredConversation,
    NotTaken,
    Problem,
    UnknownConversation,
    with_act_now,
)
from bot.channels.replies import apology, replies_from, told_removed
from bot.channels.resuming import SHOWN, Resuming
from bot.channels.turn_thread import Job, Rank, TurnThread
from bot.channels.unicode import NotUnicode, check_unicode
from bot.dialogue.resume_codes import code_in, live_code
from bot.dialogue.tables import ConversationRow
from bot.dialogue.turn_context import TurnContext, current_turn
from bot.rasa.talk import Talk, Utterance
from bot.reading.danger import danger_in
from bot.reading.danger_words import says_danger
from bot.reading.joint.reader import joint_reader
from bot.redaction import redact, to_understand
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import AWAY, Sessions

BROUGHT_BACK = '/resumed{"by":"undo"}'
"""What the dialogue is told when a case that was put aside is taken up again."""
log = logging.getLogger(__name__)
LONGEST = 20_000
"""Characters of one message: a long story fits, a pasted file does not."""

T = TypeVar("T")


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
class Incoming:
    """One message as it came; see `Conversations.take_turn`."""

    token: str | None
    text: str | None = None
    choice: str | list[str] | None = None
    area: str | None = None
    key: str | None = None
    begins_as: str | None = None
    since: int | None = None
    removed: Sequence[str] = ()
    sender: str | None = None
    also: Also | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What is passed to the dialogue, and the words that the transcript shows for it. Identifiers are taken out of what
    is kept, not of what is read: the dialogue keeps no words, and a gap where a town or an agency stood is misread."""

    passed: str
    shown: str
    minted: bool
    removed: list[str]


def tells_of_danger(text: str | None) -> bool:
    """Whether the words alone say that a child is in danger now: found without the database."""
    return text is not None and len(text) <= LONGEST and says_danger(text)


class Conversations:
    """Every channel talks to the guide through here. Turns have a thread of their own; the rest belongs in a worker
    thread, never on an event loop, because it waits for the database."""

    def __init__(
        self,
        talk: Talk,
        sessions: Sessions,
        settings: Settings,
        areas: Callable[[], tuple[str, ...]],
        act_now: Callable[[], str],
    ) -> None:
        """`areas`: those of the day. `act_now`: what to do first where a child is in danger."""
        self.talk, self.sessions, self.settings, self.areas, self.act_now = talk, sessions, settings, areas, act_now
        self.pace = Pace("turn", settings.turns_a_minute, redis_url=settings.redis_url)
        self.beginnings = Pace("beginning", settings.beginnings_a_minute, redis_url=settings.redis_url)
        self.resuming = Resuming(settings)
        self.turns = TurnThread()

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
        sender: str | None = None,
        also: Also | None = None,
    ) -> Turn:
        """Take one message (typed `text`, or a `choice` minted by the last turn, with `text` as a note) and answer it.

        `token` None begins a conversation, for `area` if given; `sender` is whom beginnings are counted by, None where
        they are not. A message that comes again with the same `key` is not taken again: its replies are. `begins_as`,
        known to nobody but the sender, is the token of a conversation to begin, so that a first message that comes
        again begins no second one. `since`: the number of the turn that the message answers; EarlierTurn is raised
        when another came between. `removed`: what a channel took out of the text before it kept it. `also` is called
        in the turns' thread before the turn is committed; what it raises undoes the turn.
        Raises Problem; then nothing was stored. One that a message of danger meets (429, 503) says what to do now.
        """
        self._check(text, choice, area)
        in_danger = tells_of_danger(text)
        sent = Incoming(token, text, choice, area, key, begins_as, since, removed, sender, also)
        try:
            if token is None and sender is not None:
                await self._count_beginning(sender)
            rank = Rank.DANGER if in_danger else Rank.NEW if token is None else Rank.RUNNING
            return await self.turns.run(lambda job: self._storing(self._turn(sent, job)), rank)
        except Problem as problem:
            raise self.refusal(problem, text) from None

    def refusal(self, problem: Problem, text: str | None) -> Problem:
        """The problem as the sender of this text is told it: what to do about danger comes first."""
        if problem.status in (429, 503) and tells_of_danger(text):
            return with_act_now(problem, self.act_now())
        return problem

    async def note(self, token: str, words: str, answer: str, *, typed: bool, also: Also) -> Turn:
        """Add to the transcript what happened outside a turn (a message edited or deleted), answer it, ask again.

        `words` are redacted already. No answer given before changes. Raises Problem; then nothing was stored.
        """

        async def noted(job: Job) -> Turn:
            with self.sessions() as session:
                row = self._open(session, token, held=True)
                pending = record.pending(session, row)
                replies = [Reply(text=answer), *([pending] if pending else [])]
                record.keep(session, row, words, typed=typed, replies=replies)
                turn = Turn(token, replies, row.turns, words)
                self._commit(session, row, turn, job, also)
                return turn

        return await self.turns.run(lambda job: self._storing(noted(job)), Rank.RUNNING)

    async def beside(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Run work with the dialogue's model that is no turn and stores nothing, in line with the turns."""
        return await self.turns.run(lambda _job: work(), Rank.RUNNING)

    def transcript(self, token: str, last: int | None = None) -> Transcript:
        """Everything said so far, or the `last` messages. Raises UnknownConversation or ExpiredConversation."""
        with self.sessions() as session:
            row = self._open(session, token)
            return self.resuming.shown_in(session, row, record.transcript(session, row, last))

    def asked_now(self, token: str) -> tuple[Reply | None, int]:
        """The reply whose question waits, and the number of turns. Raises as `transcript` does."""
        with self.sessions() as session:
            row = self._open(session, token)
            return record.pending(session, row), row.turns

    def standing(self, token: str) -> Standing:
        """How the conversation stands. Raises UnknownConversation or ExpiredConversation."""
        with self.sessions() as session:
            row = self._open(session, token)
            return Standing(row.messages, row.expires_at)

    def keep_open(self, token: str) -> None:
        """Start the conversation's hours afresh. Raises UnknownConversation or ExpiredConversation."""
        until = self._until()
        with self.sessions.begin() as session:
            row = self._open(session, token)
            mine = ConversationRow.token_hash == record.hashed(token), ConversationRow.expires_at.between(now(), until)
            session.execute(update(ConversationRow).where(ConversationRow.id == row.id, *mine).values(expires_at=until))

    def end(self, token: str) -> None:
        """End the conversation now: this token opens it no more, only a code that was asked for. Raises likewise."""
        with self.sessions.begin() as session:
            row = self._open(session, token, held=True)
            if live_code(session, self.settings.key, row.id):
                row.token_hash = record.hashed(secrets.token_urlsafe(32))
            else:
                row.expires_at = now()

    async def _count_beginning(self, sender: str) -> None:
        if self.beginnings.may_block:
            await asyncio.to_thread(self.beginnings.check, sender)
        else:
            self.beginnings.check(sender)

    def _until(self) -> datetime:
        return now() + timedelta(hours=self.settings.conversation_hours)

    def _check(self, text: str | None, choice: str | list[str] | None, area: str | None) -> None:
        try:
            check_unicode((text, choice, area))
        except NotUnicode as error:
            raise Problem(400, "Malformed", f"Message: {error}.") from None
        if text is None and choice is None:
            raise Problem(400, "Malformed", "Send text, a choice, or a choice with text beside it: found neither.")
        if text is not None and not text.strip():
            raise Problem(400, "Nothing typed", "Type an answer or a question: found nothing.")
        if text is not None and len(text) > LONGEST:
            detail = (
                f"Text: found {len(text):,} characters, expected at most {LONGEST:,}. Shorten it and send it again."
            )
            raise Problem(400, "Too long", detail)
        if area is not None and area not in (known := self.areas()):
            raise Problem(400, "Unknown area", f"Area: found {area[:40]!r}, expected one of {', '.join(known)}.")

    def _open(self, session: Session, token: str, *, held: bool = False) -> ConversationRow:
        row = record.find(session, token, held=held)
        if row is None:
            raise UnknownConversation
        if row.expires_at <= now():
            raise ExpiredConversation
        return row

    async def _storing(self, turn: Coroutine[Any, Any, T]) -> T:
        try:
            return await turn
        except AWAY as error:
            log.error("a turn could not be stored: %s", type(getattr(error, "orig", error)).__name__)
            raise NotTaken from None

    async def _turn(self, sent: Incoming, job: Job) -> Turn:
        token = sent.token or sent.begins_as or secrets.token_urlsafe(32)
        with self.sessions() as session:
            if sent.token is None and record.find(session, token) is None:
                row = record.begin(session, token, sent.area or self.settings.area, self._until())
            else:
                row = self._open(session, token, held=True)
            if sent.key and (replies := record.replies_to(session, row, sent.key)) is not None:
                return Turn(token, self.resuming.shown(session, row, replies), row.turns)
            if sent.since is not None and sent.since != row.turns:
                raise EarlierTurn(row.turns)
            self.pace.check(row.id)
            if code := code_in(sent.text or ""):
                row, told = self.resuming.move(session, row, token, code, sent.sender)
                message = Message(told, SHOWN, minted=True, removed=[])
            else:
                message = self._message(sent, row)
            return await self._take(session, replace(sent, token=token), row, message, job)

    async def _take(self, session: Session, sent: Incoming, row: ConversationRow, message: Message, job: Job) -> Turn:
        assert sent.token is not None  # minted by now
        context = TurnContext(session, row.id, row.case_number)
        said = await self._say(context, message)
        if any(part.get("retell") for part in said):
            record.next_case(session, row)
            context = TurnContext(session, row.id, row.case_number)
            said += await self._say(context, message)
        elif any(part.get("previous_case") for part in said) and record.previous_case(session, row):
            context = TurnContext(session, row.id, row.case_number)
            said = await self._say(context, replace(message, passed=BROUGHT_BACK, minted=True))
        until, key = self._until(), sent.key
        if context.failures:
            session.rollback()
            row = record.find(session, sent.token, held=True) or record.begin(
                session, sent.token, sent.area or self.settings.area, until
            )
            # Nothing was taken, so the same message may be sent again, under the same key.
            replies, key = apology(context.failures[-1], record.pending(session, row)), None
        else:
            replies = [*told_removed(message.removed), *replies_from(said)]
            row.offered = record.offered(said)
            if any(part.get("topic") == "pause" and part.get("code") for part in said):
                offer, good_until = self.resuming.offer(session, row)
                replies, until = [*replies, offer], max(until, good_until)
        record.keep(session, row, message.shown, typed=not message.minted, replies=replies, key=key)
        if not context.failures and any(part.get("new_case") for part in said):
            record.next_case(session, row)
        turn = Turn(sent.token, self.resuming.shown(session, row, replies), row.turns, message.shown)
        self._commit(session, row, turn, job, sent.also, until)
        return turn

    def _commit(
        self,
        session: Session,
        row: ConversationRow,
        turn: Turn,
        job: Job,
        also: Also | None,
        until: datetime | None = None,
    ) -> None:
        """Stores the turn, unless the conversation was ended meanwhile or the sender was told that it is not taken."""
        if also is not None:
            also(session, turn)
        if record.is_over(session, row, turn.token):
            raise ExpiredConversation
        if until is not None:
            row.expires_at = max(row.expires_at, until)
        session.flush()
        if job.given_up:
            raise NotTaken
        session.commit()

    def _message(self, sent: Incoming, row: ConversationRow) -> Message:
        choice = sent.choice
        if sent.text is not None and choice is None:
            choice = typed_out(sent.text, row.offered)
        if sent.text is not None and sent.choice is not None:
            return self._with_note(sent, row)
        if sent.text is not None and choice is None:
            clean, removed = redact(sent.text.strip())
            told = list(dict.fromkeys([*sent.removed, *removed]))
            return Message(to_understand(sent.text), clean, minted=False, removed=told)
        payload, words = take(choice or [], row.offered)
        return Message(payload, words, minted=True, removed=[])

    def _with_note(self, sent: Incoming, row: ConversationRow) -> Message:
        """A choice with words beside it: the choice counts, the words are kept as a note and read for danger."""
        assert sent.text is not None
        assert sent.choice is not None
        payload, words = take(sent.choice, row.offered)
        clean, removed = redact(sent.text.strip())
        danger, _ = danger_in(sent.text, None, joint_reader())
        told = list(dict.fromkeys([*sent.removed, *removed]))
        return Message(with_danger(payload, danger), f"{words}. {clean}", minted=True, removed=told)

    async def _say(self, context: TurnContext, message: Message) -> list[Utterance]:
        reset = current_turn.set(context)
        try:
            said = await self.talk.say(context, message.passed, minted=message.minted)
            record.offered(said)  # two choices of one value are a fault of ours: nobody may press either
        except AWAY:
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
