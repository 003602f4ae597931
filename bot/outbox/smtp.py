"""Sends by an SMTP server."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

import aiosmtplib

from bot.outbox.letter import Letter
from bot.storage.base import now


@dataclass(frozen=True)
class Smtp:
    """An SMTP server. With `starttls` one that does not offer it is refused."""

    host: str
    port: int
    sender: str
    starttls: bool = False

    async def send(self, letter: Letter) -> None:
        """Mail the letter, its Message-ID made of its key (RFC 5322, 3.6.4), so that mail systems know a repeat.

        Raises aiosmtplib.SMTPException or OSError when the server does not take it.
        """
        domain = parseaddr(self.sender)[1].rpartition("@")[2] or "localhost"
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.sender, letter.to, letter.subject
        mail["Date"] = format_datetime(now())
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: an absence note must not answer it
        mail["Message-ID"] = f"<{letter.key}@{domain}>"
        mail.set_content(letter.text)
        await aiosmtplib.send(mail, hostname=self.host, port=self.port, start_tls=self.starttls, timeout=20)
