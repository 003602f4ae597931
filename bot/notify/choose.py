"""Which way of sending the settings ask for."""

from __future__ import annotations

from bot.notify.console import ConsoleNotifier
from bot.notify.notifier import Notifier
from bot.notify.smtp import SmtpNotifier
from bot.settings import Settings


class NoMail(ValueError):
    """Mail is not set up, and this is no demonstration."""


def choose_notifier(settings: Settings) -> Notifier:
    """SMTP when a server is set, the console in a demonstration.

    Raises NoMail otherwise: a service that prints sign-in links lets in whoever reads its log.
    """
    if settings.mail_host:
        return SmtpNotifier(settings.mail_host, settings.mail_port, settings.mail_from, settings.mail_starttls)
    if settings.demo:
        return ConsoleNotifier()
    raise NoMail("CSPR_MAIL_HOST is not set: set it to an SMTP server, or set CSPR_DEMO=true to have links printed")
