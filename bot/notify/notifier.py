"""What any way of sending must be able to do."""

from __future__ import annotations

from typing import Protocol


class Notifier(Protocol):
    """Sends messages to leads. A backend raises what its transport raises when a message could not be handed
    over.
    """

    async def send_sign_in_link(self, to: str, url: str) -> None:
        """Send the sign-in link `url` to the address `to`."""
        ...
