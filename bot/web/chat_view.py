"""The conversation as the page draws it: the log of what was said, and the question that waits below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.channels.model import Choice, Reply, Said, Transcript
from bot.criteria.answers import NONE_OF_THESE
from bot.criteria.facts import UNKNOWN_VALUE
from bot.storage.base import now

STAND_ALONE = (NONE_OF_THESE, UNKNOWN_VALUE)


class Line(NamedTuple):
    """A message of the log. `again`: same speaker as before. `latest`: where a new page scrolls to."""

    said: Said
    again: bool
    latest: bool


class Asked(NamedTuple):
    """The pending question. `question` labels the fields; `before` and `after` are Markdown around it.

    `alone` are the values of the options that stand alone, drawn after a divider.
    """

    reply: Reply
    before: str
    question: str
    after: str
    alone: tuple[str, ...]


def is_asked_below(transcript: Transcript) -> bool:
    """Whether the last message is the pending question: drawn once then, as the legend of its fields."""
    return (
        bool(transcript.messages)
        and transcript.pending is not None
        and (transcript.messages[-1].reply == transcript.pending)
    )


def lines(transcript: Transcript, after: int = 0) -> list[Line]:
    """The log's messages numbered above `after`, without the question that the form asks."""
    shown = transcript.messages[:-1] if is_asked_below(transcript) else transcript.messages
    latest = max((said.n for said in shown if said.who == "user"), default=0)
    return [line for line in _numbered(shown, latest) if line.said.n > after]


def whole(transcript: Transcript) -> list[Line]:
    """Every message, the pending question too."""
    return list(_numbered(transcript.messages, 0))


def seconds_left(transcript: Transcript) -> int | None:
    """Whole seconds until the conversation is over; None before it has begun."""
    at = transcript.expires_at
    return max(0, int((at - now()).total_seconds())) if at else None


def _numbered(shown: tuple[Said, ...], latest: int) -> Iterator[Line]:
    before: str | None = None
    for said in shown:
        yield Line(said, said.who == before, said.n == latest)
        before = said.who


def has_earlier(transcript: Transcript) -> bool:
    """Whether there are messages before these."""
    return bool(transcript.messages) and transcript.messages[0].n > 1


def last_message(transcript: Transcript) -> int:
    """The number of the last message, drawn in the log or below it; 0 when there is none."""
    return transcript.messages[-1].n if transcript.messages else 0


def last_line(transcript: Transcript) -> int:
    """The number of the last message in the log; 0 when there is none."""
    return max((line.said.n for line in lines(transcript)), default=0)


def asked(transcript: Transcript) -> Asked | None:
    """The pending question. The first paragraph ending in a question mark, else the first, is its legend."""
    reply = transcript.pending
    if reply is None:
        return None
    paragraphs = [paragraph.strip() for paragraph in reply.text.split("\n\n") if paragraph.strip()] or [reply.text]
    at = next((i for i, paragraph in enumerate(paragraphs) if paragraph.endswith("?")), 0)
    return Asked(
        reply,
        before="\n\n".join(paragraphs[:at]),
        question=paragraphs[at],
        after="\n\n".join(paragraphs[at + 1 :]),
        alone=tuple(option.value for option in exclusive_options(reply)),
    )


def exclusive_options(reply: Reply) -> tuple[Choice, ...]:
    """Options that cannot go with others: "none of these" and "I do not know"."""
    return () if reply.expects == "choice" else tuple(o for o in reply.options if o.value in STAND_ALONE)


def field_on_page(transcript: Transcript, field: str) -> str:
    """The field if the page draws it, else the text field that is always there."""
    expects = transcript.pending.expects if transcript.pending else None
    drawn = {"choice": expects is not None, "date-day": expects == "date"}
    return field if drawn.get(field.replace("month", "day").replace("year", "day"), False) else "text"


def buttons(transcript: Transcript) -> tuple[Choice, ...]:
    """What can be pressed instead of answering; a question without fields of its own adds its options."""
    asked_for = transcript.pending
    own = asked_for.options if asked_for and asked_for.expects is None else ()
    return own + transcript.buttons
