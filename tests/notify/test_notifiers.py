"""Sign-in links go out by SMTP or to the terminal; the mail holds the link and nothing of a case."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import aiosmtplib
import pytest

from bot.notify.choose import choose_notifier
from bot.notify.console import ConsoleNotifier
from bot.notify.smtp import SmtpNotifier
from bot.notify.unsent import UnsentNotifier
from bot.settings import Settings
from tests.notify.servers import Postbox, mail_server

URL = "https://guide.example.org/sign-in/link/abc_DEF-123"


async def mail(postbox: Postbox, to: str = "sam@example.org", *, starttls: bool = False) -> None:
    async with mail_server(postbox) as port:
        await SmtpNotifier("127.0.0.1", port, "guide@example.org", starttls).send_sign_in_link(to, URL)


def test_the_mail_holds_the_link_whole_and_goes_to_the_lead() -> None:
    postbox = Postbox()
    asyncio.run(mail(postbox))
    [(recipients, message)] = postbox.mails
    assert recipients == ["sam@example.org"]
    assert message["From"] == "guide@example.org"
    assert URL in message.get_content().splitlines()


def test_the_mail_says_nothing_but_how_to_sign_in() -> None:
    postbox = Postbox()
    asyncio.run(mail(postbox))
    text = (postbox.mails[0][1]["Subject"] + postbox.mails[0][1].get_content()).lower()
    assert not [word for word in ("child", "referral", "case", "cspr", "draft") if word in text]


def test_a_server_without_starttls_is_refused_when_it_is_asked_for() -> None:
    postbox = Postbox()
    with pytest.raises(aiosmtplib.SMTPException):
        asyncio.run(mail(postbox, starttls=True))
    assert postbox.mails == []


def test_an_address_with_a_line_break_cannot_add_a_header() -> None:
    postbox = Postbox()
    with pytest.raises(ValueError, match="linefeed"):
        asyncio.run(mail(postbox, "sam@example.org\nBcc: all@example.org"))
    assert postbox.mails == []


def test_a_server_that_is_down_is_an_error_not_a_silence() -> None:
    async def after_it_stopped() -> None:
        async with mail_server(Postbox()) as port:
            pass
        await SmtpNotifier("127.0.0.1", port, "guide@example.org").send_sign_in_link("sam@example.org", URL)

    with pytest.raises((aiosmtplib.SMTPException, OSError)):
        asyncio.run(after_it_stopped())


def test_the_console_prints_the_link() -> None:
    screen = io.StringIO()
    asyncio.run(ConsoleNotifier(screen).send_sign_in_link("sam@example.org", URL))
    assert URL in screen.getvalue()


def test_the_settings_choose(tmp_path: Path) -> None:
    by_mail = choose_notifier(
        Settings(data_dir=tmp_path, mail_host="mail.example.org", mail_port=587, mail_starttls=True)
    )
    assert by_mail == SmtpNotifier("mail.example.org", 587, "guide@localhost", True)
    assert isinstance(choose_notifier(Settings(data_dir=tmp_path, demo=True)), ConsoleNotifier)


def test_without_mail_links_are_printed_in_a_demonstration_only(tmp_path: Path) -> None:
    assert isinstance(choose_notifier(Settings(data_dir=tmp_path)), UnsentNotifier)


async def test_without_mail_the_log_says_so_and_never_holds_the_link(caplog: pytest.LogCaptureFixture) -> None:
    await UnsentNotifier().send_sign_in_link("lead@example.org", URL)
    assert "CSPR_MAIL_HOST" in caplog.text
    assert "abc_DEF" not in caplog.text
    assert "lead@example.org" not in caplog.text
