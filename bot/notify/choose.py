"""Which ways of sending the settings ask for."""

from __future__ import annotations

from bot.notify.console import ConsoleNotifier
from bot.notify.govuk_notify import GovukNotifier
from bot.notify.notifier import Notifier
from bot.notify.outbox.backend import Backend
from bot.notify.smtp import SmtpNotifier
from bot.notify.unsent import UnsentNotifier
from bot.settings import Settings


def choose_notifier(settings: Settings) -> Notifier:
    """For sign-in links: GOV.UK Notify or SMTP when set, the console in a demonstration.

    Otherwise none is sent: a service that prints sign-in links lets in whoever reads its log.
    """
    return _mailer(settings) or UnsentNotifier()


def choose_backends(settings: Settings) -> list[Backend]:
    """For the outbox: every way of telling leads that is set. Empty: notices wait until there is one."""
    mailer = _mailer(settings)
    return [] if mailer is None else [mailer]


def _mailer(settings: Settings) -> GovukNotifier | SmtpNotifier | ConsoleNotifier | None:
    if settings.govuk_notify_key is not None:
        return GovukNotifier(
            settings.govuk_notify_key.get_secret_value(),
            settings.govuk_notify_url,
            settings.govuk_notify_notice_template,
            settings.govuk_notify_sign_in_template,
        )
    if settings.mail_host:
        return SmtpNotifier(settings.mail_host, settings.mail_port, settings.mail_from, settings.mail_starttls)
    return ConsoleNotifier() if settings.demo else None
