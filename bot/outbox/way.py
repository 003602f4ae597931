"""What a way of sending, or of dealing with what came in, must be able to do."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from bot.outbox.item import Item


class GiveUp(Exception):
    """Trying again cannot help. The message is logged: it names nobody and nothing of a case."""


class Later(Exception):
    """It could not be done now, through no fault of its own: it is tried again until its time is over."""


class Way:
    """A way of dealing with items. `name` (at most 20 characters) is stored with what was given to it: never change it.

    `kinds` are the kinds of item that can be addressed to it. `at_once`: how many it deals with side by side. `tries`:
    after so many failures an item is given up, where failing again and again would hold up what comes after it.
    """

    name: str
    kinds: frozenset[str] = frozenset()
    at_once = 1
    tries: int | None = None

    def reaches(self, session: Session, item: Item) -> bool:
        """Whether this way reaches the item's lead. Asked for `kinds` only, in the worker's transaction."""
        return True

    async def deliver(self, item: Item, body: dict[str, Any] | None) -> None:
        """Deal with it, and return when that is done.

        Raises GiveUp, Later, or whatever the transport raises: all but the first are tried again. The same item may
        come twice; pass `item.key` on, so that a repeat can be recognised. Log neither content nor address.
        """
        raise NotImplementedError

    def given_up(self, session: Session, item: Item) -> None:
        """Called in the transaction that gives the item up."""
