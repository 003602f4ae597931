"""Sends by an SMTP server."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

import aiosmtplib
from sqlalchemy.orm import Session

from bot.notify.outbox.message import Message, subject, text
from bot.referrals.lead import Lead
from bot.storage.base import now

SUBJECT = "Your sign-in link"
TEXT = """Use this link to sign in:

{url}

It works once, for 15 minutes, and replaces any link sent before it.
If you did not ask for it, do nothing: nobody can sign in without it.
"""


@dataclass(frozen=True)
class SmtpNotifier:
    """A Notifier and a Backend for an SMTP server. With `starttls` a server that does not offer it is refused."""

    name = "smtp"

    host: str
    port: int
    sender: str
    starttls: bool = False

    async def send_sign_in_link(self, to: str, url: str) -> None:
        """Mail the link. Raises aiosmtplib.SMTPException or OSError when the server does not take it."""
        await self._mail(to, SUBJECT, TEXT.format(url=url))

    def reaches(self, session: Session, lead: Lead) -> bool:
        """Everyone: each lead has an address."""
        return True

    async def deliver(self, message: Message) -> None:
        """Mail the message, its Message-ID made of its key (RFC 5322, 3.6.4), so that mail systems know a repeat."""
        domain = parseaddr(self.sender)[1].rpartition("@")[2] or "localhost"
        await self._mail(message.email, subject(message), text(message), f"<{message.key}@{domain}>")

    async def _mail(self, to: str, about: str, words: str, message_id: str | None = None) -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.sender, to, about
        mail["Date"] = format_datetime(now())
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: an absence note must not answer it
        if message_id is not None:
            mail["Message-ID"] = message_id
        mail.set_content(words)
        await aiosmtplib.send(mail, hostname=self.host, port=self.port, start_tls=self.starttls, timeout=20)
