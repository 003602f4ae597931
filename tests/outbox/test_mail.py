"""Mails go out by SMTP or to the terminal; that with a sign-in link holds the link and nothing of a case."""

from __future__ import annotations

import asyncio
import io
import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiosmtplib
import pytest
from sqlalchemy import select, text

from bot.channels.sending import ways_of_telling
from bot.outbox.console import Console
from bot.outbox.item import Item
from bot.outbox.letter import Letter
from bot.outbox.mail import choose_transport
from bot.outbox.smtp import Smtp
from bot.outbox.worker import Worker
from bot.referrals.access.sign_in_mail import SUBJECT, TEXT, mail_link
from bot.settings import Settings
from bot.storage.database import Sessions
from tests.outbox.servers import Postbox, mail_server

URL = "https://guide.example.org/sign-in/link/abc_DEF-123"
LEAD = "sam@example.org"


def letter(to: str = LEAD) -> Letter:
    return Letter(to, "k1", SUBJECT, TEXT.format(url=URL), "sign_in", {"link": URL})


async def send(postbox: Postbox, to: str = LEAD, *, starttls: bool = False) -> None:
    async with mail_server(postbox) as port:
        await Smtp("127.0.0.1", port, "guide@example.org", starttls).send(letter(to))


def test_the_mail_holds_the_link_whole_and_goes_to_the_lead() -> None:
    postbox = Postbox()
    asyncio.run(send(postbox))
    [(recipients, message)] = postbox.mails
    assert recipients == [LEAD]
    assert message["From"] == "guide@example.org"
    assert URL in message.get_content().splitlines()


def test_the_mail_says_nothing_but_how_to_sign_in() -> None:
    postbox = Postbox()
    asyncio.run(send(postbox))
    text = (postbox.mails[0][1]["Subject"] + postbox.mails[0][1].get_content()).lower()
    assert not [word for word in ("child", "referral", "case", "cspr", "draft") if word in text]


def test_a_server_without_starttls_is_refused_when_it_is_asked_for() -> None:
    postbox = Postbox()
    with pytest.raises(aiosmtplib.SMTPException):
        asyncio.run(send(postbox, starttls=True))
    assert postbox.mails == []


def test_an_address_with_a_line_break_cannot_add_a_header() -> None:
    postbox = Postbox()
    with pytest.raises(ValueError, match="linefeed"):
        asyncio.run(send(postbox, "sam@example.org\nBcc: all@example.org"))
    assert postbox.mails == []


def test_the_console_prints_the_link() -> None:
    screen = io.StringIO()
    asyncio.run(Console(screen).send(letter()))
    assert URL in screen.getvalue()


def test_the_settings_choose(tmp_path: Path) -> None:
    by_mail = Settings(data_dir=tmp_path, mail_host="mail.example.org", mail_port=587, mail_starttls=True)
    assert choose_transport(by_mail) == Smtp("mail.example.org", 587, "guide@localhost", True)
    assert isinstance(choose_transport(Settings(data_dir=tmp_path, demo=True)), Console)


def test_without_mail_links_are_printed_in_a_demonstration_only(tmp_path: Path) -> None:
    assert choose_transport(Settings(data_dir=tmp_path)) is None


def worker(database: Sessions, **settings: Any) -> Worker:
    return Worker(database, ways_of_telling(Settings(**settings), database, None))


def ask(database: Sessions) -> None:
    with database.begin() as session:
        mail_link(session, LEAD, URL)


def test_a_link_waits_for_a_mail_server_that_is_down_for_a_minute(database: Sessions, later: Any) -> None:
    postbox = Postbox()
    postbox.refusing = True

    async def deliver() -> int:
        async with mail_server(postbox) as port:
            return await worker(database, mail_host="127.0.0.1", mail_port=port).deliver_due()

    ask(database)
    assert asyncio.run(deliver()) == 0
    postbox.refusing = False
    later(timedelta(minutes=1))
    assert asyncio.run(deliver()) == 1
    assert URL in postbox.mails[0][1].get_content()


def test_a_link_that_has_ended_is_not_sent(database: Sessions, later: Any, caplog: pytest.LogCaptureFixture) -> None:
    postbox = Postbox()

    async def deliver() -> int:
        async with mail_server(postbox) as port:
            return await worker(database, mail_host="127.0.0.1", mail_port=port).deliver_due()

    ask(database)
    later(timedelta(minutes=15))
    assert asyncio.run(deliver()) == 0
    assert postbox.mails == []
    assert "its time is over" in caplog.text
    with database() as session:
        assert session.scalars(select(Item.given_up_at)).one() is not None


def test_a_link_that_waits_cannot_be_read_in_the_database_and_is_gone_once_it_was_sent(
    database: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(database)
    with database() as session:
        stored = str(session.execute(text("SELECT body FROM outbox_item")).one())
        assert "abc_DEF" not in stored and LEAD not in stored
    monkeypatch.setattr("bot.outbox.console.sys.stdout", io.StringIO())
    assert asyncio.run(worker(database, demo=True).deliver_due()) == 1
    with database() as session:
        assert session.execute(text("SELECT body FROM outbox_item")).scalar_one() is None


def test_asking_for_an_address_that_nobody_has_writes_a_row_that_is_never_sent(database: Sessions) -> None:
    with database.begin() as session:
        mail_link(session, "nobody@example.org", None)
    assert asyncio.run(worker(database, demo=True).deliver_due()) == 0
    with database() as session:
        item = session.scalars(select(Item)).one()
        assert (item.body, item.due_at) == (None, None)


def test_neither_link_nor_address_is_logged(database: Sessions, caplog: pytest.LogCaptureFixture) -> None:
    ask(database)
    with caplog.at_level(logging.DEBUG):
        asyncio.run(worker(database, mail_host="127.0.0.1", mail_port=9).deliver_due())
    assert "waits (attempt 1)" in caplog.text
    assert "abc_DEF" not in caplog.text and LEAD not in caplog.text
