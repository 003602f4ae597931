"""What came in from Teams, redacted, in the form in which it waits to be dealt with."""

from __future__ import annotations

from typing import Any, Literal

from microsoft_agents.activity import Activity, ActivityTypes
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.channels.conversations import LONGEST
from bot.redaction import redact

Kind = Literal["message", "press", "edit", "delete", "welcome"]
LONGEST_KEPT = LONGEST + 1
"""Characters kept of a message: one more than may be sent, so that a longer one is still seen to be too long."""


class Press(BaseModel):
    """What a pressed card carries. It comes from the user's machine, so nothing in it is trusted.

    `turn` is the turn that offered it, `of` the conversation; `start` begins the check. `button` is the
    choice that was pressed, `choice` what was ticked in the card's own field.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    turn: int = Field(ge=0, le=1_000_000)
    of: str = Field("", max_length=64)
    question: str | None = Field(None, max_length=64)
    start: bool = False
    button: str | None = Field(None, max_length=400)
    choice: tuple[str, ...] = Field((), max_length=64)
    date: str | None = Field(None, max_length=40)


class Arrived(BaseModel):
    """One thing that happened. `group`: seen by others too. `card`: the message on which a button was pressed."""

    model_config = ConfigDict(frozen=True)

    kind: Kind
    group: bool = False
    text: str = ""
    removed: tuple[str, ...] = ()
    files: bool = False
    press: Press | None = None
    card: str | None = None


def read_message(activity: Activity, *, group: bool) -> Arrived:
    """A typed message, an edited or deleted one, or a pressed card; a card that cannot be read has no `press`."""
    if activity.type == ActivityTypes.message_delete:
        return Arrived(kind="delete", group=group)
    if activity.type == ActivityTypes.message and activity.value is not None and not (activity.text or "").strip():
        return Arrived(kind="press", group=group, press=_press(activity.value), card=activity.reply_to_id)
    text, removed = redact((activity.text or "").strip()[:LONGEST_KEPT])
    return Arrived(
        kind="edit" if activity.type == ActivityTypes.message_update else "message",
        group=group,
        text=text,
        removed=tuple(removed),
        files=_has_files(activity),
    )


def _press(value: Any) -> Press | None:
    if not isinstance(value, dict) or not isinstance(value.get("guide"), dict):
        return None
    chosen = value.get("choice")
    choices = [part.strip() for part in chosen.split(",")] if isinstance(chosen, str) else []
    date = value.get("date")
    try:
        return Press(
            **{
                **value["guide"],
                "button": value.get("button"),
                "choice": tuple(part for part in choices if part),
                "date": date.strip() or None if isinstance(date, str) else None,
            }
        )
    except (ValidationError, TypeError):
        return None


def _has_files(activity: Activity) -> bool:
    """Whether something besides the text was sent; Teams adds the text itself once more, as HTML."""
    return any(not (part.content_type or "").startswith("text/html") for part in activity.attachments or [])
