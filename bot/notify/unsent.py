"""For a service without mail: the chat works, but nobody can be sent a sign-in link."""

from __future__ import annotations

import logging

log = logging.getLogger(__name__)

SENTENCE = "CSPR_MAIL_HOST is not set, so no sign-in link can be sent: set it to an SMTP server (or CSPR_DEMO=true)"


class UnsentNotifier:
    """A Notifier that sends nothing and says so in the log; the link itself is never logged."""

    async def send_sign_in_link(self, to: str, url: str) -> None:
        """Log that no link was sent."""
        log.warning(SENTENCE)
