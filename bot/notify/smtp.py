"""Sends by an SMTP server."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage

import aiosmtplib

SUBJECT = "Your sign-in link"
TEXT = """Use this link to sign in:

{url}

It works once, for 15 minutes, and replaces any link sent before it.
If you did not ask for it, do nothing: nobody can sign in without it.
"""


@dataclass(frozen=True)
class SmtpNotifier:
    """A Notifier for an SMTP server. With `starttls` a server that does not offer it is refused."""

    host: str
    port: int
    sender: str
    starttls: bool = False

    async def send_sign_in_link(self, to: str, url: str) -> None:
        """Mail the link. Raises aiosmtplib.SMTPException or OSError when the server does not take it."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, to, SUBJECT
        message.set_content(TEXT.format(url=url))
        await aiosmtplib.send(message, hostname=self.host, port=self.port, start_tls=self.starttls, timeout=20)
