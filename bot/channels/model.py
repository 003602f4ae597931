"""What every channel exchanges with the guide: replies out, messages in, the transcript between."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from bot.storage.base import now


class Choice(BaseModel):
    """An option offered with a reply. `value` is minted by the server and valid until the next turn."""

    model_config = ConfigDict(frozen=True)

    label: str
    value: str
    hint: str | None = None


class SourceLink(BaseModel):
    """A place in a source document. `to_be_checked` is shown as "check with your lead"."""

    model_config = ConfigDict(frozen=True)

    source: str
    section: str
    url: str | None = None
    to_be_checked: bool = False


class Reply(BaseModel):
    """One message of the guide; the keys are those of the chat API's contract.

    `text` is Markdown (paragraphs, lists, links). `expects` says how `options` are to be drawn when the reply asks a
    question: "choice" (radios), "set" (checkboxes), "date" (three fields); None: options are plain buttons.
    `also`: what can be done instead of answering the question (why do you ask, change an answer, stop for now).
    """

    model_config = ConfigDict(frozen=True)

    text: str
    topic: str | None = None
    question: str | None = None
    expects: Literal["choice", "set", "date"] | None = None
    options: tuple[Choice, ...] = ()
    also: tuple[Choice, ...] = ()
    sources: tuple[SourceLink, ...] = ()
    assessment: dict[str, Any] | None = None
    referral: dict[str, Any] | None = None


class Said(BaseModel):
    """One line of the transcript: what a person typed (redacted) or what the guide replied.

    `key` is what the sender named the message by, if anything.
    """

    model_config = ConfigDict(frozen=True)

    n: int
    who: Literal["user", "guide"]
    text: str
    reply: Reply | None = None
    key: str | None = None


class Standing(NamedTuple):
    """How a conversation stands: the messages in it, and when it is over unless something is said."""

    messages: int
    expires_at: datetime

    @property
    def seconds_left(self) -> int:
        """Whole seconds until it is over; 0 when it is."""
        return max(0, int((self.expires_at - now()).total_seconds()))


class Transcript(BaseModel):
    """The conversation so far, or the end of it, as a page shows it.

    `pending` is the reply whose question waits for an answer (its options are the form's radios, checkboxes or date
    fields); `buttons` are the other options offered now (start the check, why do you ask, change an answer, ...).
    `expires_at`: when the conversation is over unless something is said in it.
    """

    model_config = ConfigDict(frozen=True)

    messages: tuple[Said, ...]
    pending: Reply | None = None
    buttons: tuple[Choice, ...] = ()
    area: str | None = None
    expires_at: datetime | None = None
