"""What a message or a pressed card says to the guide."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bot.channels.teams import words
from bot.channels.teams.arrived import Arrived
from bot.deadlines.spoken import short_date


class Sent(NamedTuple):
    """One thing to tell the guide: typed `text`, or a `choice` offered at the turn `since`."""

    text: str | None = None
    choice: str | list[str] | None = None
    since: int | None = None
    starts: bool = False


def what_was_sent(arrived: Arrived) -> Sent | str:
    """The message; a sentence for the sender when the card holds no answer that can be read."""
    if arrived.kind != "press":
        return Sent(text=arrived.text)
    press = arrived.press
    if press is None:
        return words.NOT_READ
    if press.start:
        return Sent(choice="start_check", since=0, starts=True)
    if press.button:
        return Sent(choice=press.button, since=press.turn)
    if press.choice:
        return Sent(choice=list(press.choice) if len(press.choice) > 1 else press.choice[0], since=press.turn)
    if press.date:
        try:
            day = date.fromisoformat(press.date)
        except ValueError:
            return words.NOT_A_DATE
        return Sent(text=short_date(day), since=press.turn)
    return words.NOTHING_CHOSEN
