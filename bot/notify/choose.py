"""Which way of sending the settings ask for."""

from __future__ import annotations

from bot.notify.console import ConsoleNotifier
from bot.notify.notifier import Notifier
from bot.notify.smtp import SmtpNotifier
from bot.notify.unsent import UnsentNotifier
from bot.settings import Settings


def choose_notifier(settings: Settings) -> Notifier:
    """SMTP when a server is set, the console in a demonstration.

    Otherwise none is sent: a service that prints sign-in links lets in whoever reads its log.
    """
    if settings.mail_host:
        return SmtpNotifier(settings.mail_host, settings.mail_port, settings.mail_from, settings.mail_starttls)
    if settings.demo:
        return ConsoleNotifier()
    return UnsentNotifier()
