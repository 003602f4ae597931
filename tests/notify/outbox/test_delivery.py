"""Every notice is sent at least once, and if twice, recognisably the same."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta
from typing import Any

import pytest

from bot.notify.outbox import lease as leases
from bot.notify.outbox.backoff import LONGEST, wait_after
from bot.notify.outbox.worker import Worker
from bot.notify.smtp import SmtpNotifier
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.notify.outbox.conftest import Kept
from tests.notify.servers import Postbox, mail_server

pytestmark = pytest.mark.both


def test_the_mail_carries_reference_urgency_and_link_and_nothing_else(database: Sessions, draft: Any) -> None:
    postbox, reference = Postbox(), draft()

    async def send() -> None:
        async with mail_server(postbox) as port:
            backend = SmtpNotifier("127.0.0.1", port, "The guide <guide@example.org>")
            await Worker(database, [backend], "https://guide.test").deliver_due()

    asyncio.run(send())
    [first, second] = [mail for _, mail in postbox.mails]
    assert first["Subject"] == f"Urgent: draft referral {reference}"
    assert first.get_content().splitlines() == [
        "A draft referral is waiting for a safeguarding lead.",
        "",
        f"Reference: {reference}",
        "Urgent: yes, read it now",
        f"Open it: https://guide.test/inbox/{reference}",
        "",
        "This message says nothing about the case. Sign in to read the draft. Do not reply.",
    ]
    assert first["Message-ID"].endswith("@example.org>")
    assert first["Message-ID"] != second["Message-ID"]


def test_a_server_that_refuses_is_tried_again_with_the_same_message_id(
    database: Sessions, draft: Any, notices: Any, later: Any
) -> None:
    draft(area="darlington", conversation_id="c2")
    postbox = Postbox()

    async def send() -> int:
        async with mail_server(postbox) as port:
            return await Worker(database, [SmtpNotifier("127.0.0.1", port, "g@x.org")], "https://g.test").deliver_due()

    postbox.refusing = True
    assert asyncio.run(send()) == 0
    assert [(notice.attempts, notice.sent_at) for notice in notices()] == [(1, None)] * 2
    assert asyncio.run(send()) == 0
    assert [notice.attempts for notice in notices()] == [1, 1], "it must wait before it tries again"
    postbox.refusing = False
    later(timedelta(minutes=1))
    assert asyncio.run(send()) == 2
    assert {mail["Message-ID"] for _, mail in postbox.mails} == {f"<{notice.key}@x.org>" for notice in notices()}


def test_a_worker_that_died_after_sending_leaves_a_repeat_with_the_same_key(
    database: Sessions, draft: Any, deliver: Any, backend: Kept, later: Any, notices: Any
) -> None:
    draft(area="darlington")
    worker = Worker(database, [backend], "https://guide.test")
    worker._address()
    taken = worker._take("a worker that dies")
    assert taken is not None
    asyncio.run(backend.deliver(taken[1]))
    assert deliver() == 1, "another worker must not take what is held"
    later(leases.LEASE)
    assert deliver() == 1
    keys = [message.key for message in backend.messages]
    assert len(keys) == 3
    assert set(keys) == {notice.key for notice in notices()}
    with database.begin() as session:
        assert not leases.sent(session, taken[0], "a worker that dies", now()), "its hold is over"


def test_of_many_workers_at_once_each_notice_is_sent_by_one(database: Sessions, draft: Any, backend: Kept) -> None:
    for n in range(10):
        draft(conversation_id=f"c{n}")
    start = threading.Barrier(4)

    def work() -> None:
        worker = Worker(database, [backend], "https://guide.test")
        start.wait()
        asyncio.run(worker.deliver_due())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keys = [message.key for message in backend.messages]
    assert len(keys) == len(set(keys)) == 20


def test_a_backend_that_is_down_holds_up_no_other(draft: Any, deliver: Any, later: Any) -> None:
    mail, teams = Kept("mail"), Kept("teams")
    teams.down = True
    draft()
    assert deliver(mail, teams) == 2
    teams.down = False
    later(timedelta(minutes=1))
    assert deliver(mail, teams) == 2
    assert sorted(message.key for message in mail.messages) == sorted(message.key for message in teams.messages)


def test_a_notice_that_nobody_takes_is_given_up_after_three_days(
    draft: Any, deliver: Any, backend: Kept, later: Any, notices: Any
) -> None:
    backend.down = True
    draft()
    deliver()
    later(timedelta(days=3))
    deliver()
    assert all(notice.given_up_at and notice.due_at is None for notice in notices())
    backend.down = False
    later(timedelta(days=1))
    assert deliver() == 0


def test_notices_wait_while_there_is_no_way_to_tell(database: Sessions, draft: Any, deliver: Any) -> None:
    draft()
    assert asyncio.run(Worker(database, [], "https://guide.test").deliver_due()) == 0
    assert deliver() == 2


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 15), (2, 30), (3, 60), (9, 3600), (500, 3600)])
def test_the_wait_doubles_up_to_an_hour(attempts: int, seconds: int) -> None:
    waits = [wait_after(attempts) for _ in range(50)]
    assert timedelta(seconds=seconds) <= min(waits)
    assert max(waits) <= timedelta(seconds=seconds) * 1.1 <= LONGEST * 1.1
    assert len(set(waits)) > 1


def test_no_address_and_no_reference_is_logged(
    draft: Any, deliver: Any, backend: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    backend.down = True
    reference = draft()
    caplog.clear()
    with caplog.at_level("DEBUG"):
        deliver()
    assert "ConnectionError" in caplog.text
    assert "example.org" not in caplog.text
    assert reference not in caplog.text
