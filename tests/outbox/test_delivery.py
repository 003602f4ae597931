"""Every notice is sent at least once, and if twice, recognisably the same; by another way where one is gone."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta
from typing import Any

import pytest
from prometheus_client import REGISTRY

from bot.outbox import queue
from bot.outbox.item import Item
from bot.outbox.queue import LEASE, LONGEST_WAIT, wait_after
from bot.outbox.smtp import Smtp
from bot.outbox.way import GiveUp
from bot.outbox.worker import Worker
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.outbox.conftest import Kept, mail
from tests.outbox.servers import Notify, Postbox, mail_server, notify_api

pytestmark = pytest.mark.both

DUE = "Notify the Panel: Friday 27 November 2026, in 4 working days"


def test_the_mail_carries_reference_date_urgency_and_link_and_nothing_else(database: Sessions, draft: Any) -> None:
    postbox, reference = Postbox(), draft()

    async def send() -> None:
        async with mail_server(postbox) as port:
            smtp = Smtp("127.0.0.1", port, "The guide <guide@example.org>")
            await Worker(database, [mail(database, smtp)]).deliver_due()

    asyncio.run(send())
    [first, second] = [message for _, message in postbox.mails]
    assert first["Subject"] == f"Urgent: draft referral {reference}, due in 4 working days"
    assert first.get_content().splitlines() == [
        f"A draft referral is waiting for a safeguarding lead. {DUE}.",
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
    database: Sessions, draft: Any, items: Any, later: Any
) -> None:
    draft(area="darlington", conversation_id="c2")
    postbox = Postbox()

    async def send() -> int:
        async with mail_server(postbox) as port:
            return await Worker(database, [mail(database, Smtp("127.0.0.1", port, "g@x.org"))]).deliver_due()

    postbox.refusing = True
    assert asyncio.run(send()) == 0
    assert [(item.attempts, item.done_at) for item in items()] == [(1, None)] * 2
    assert all(item.due_at > item.made_at + timedelta(seconds=1) for item in items()), (
        "it must wait before it tries again"
    )
    postbox.refusing = False
    later(timedelta(minutes=1))
    assert asyncio.run(send()) == 2
    assert {message["Message-ID"] for _, message in postbox.mails} == {f"<{item.key}@x.org>" for item in items()}


def test_a_worker_that_died_after_sending_leaves_a_repeat_with_the_same_key(
    database: Sessions, draft: Any, deliver: Any, way: Kept, later: Any, items: Any
) -> None:
    draft(area="darlington")
    dead = Worker(database, [way])
    dead._sweep()
    [taken] = dead._take(way, 1)
    asyncio.run(way.deliver(taken, None))
    assert deliver() == 1, "another worker must not take what is held"
    later(LEASE)
    assert deliver() == 1
    keys = [message.key for message in way.messages]
    assert len(keys) == 3
    assert set(keys) == {item.key for item in items()}
    with database.begin() as session, pytest.raises(queue.NotHeld):
        queue.done(session, taken)


def test_a_worker_that_stops_gives_back_what_it_holds(database: Sessions, draft: Any, deliver: Any, way: Kept) -> None:
    draft(area="darlington")
    holding, stop = Worker(database, [way]), asyncio.Event()
    holding._sweep()
    holding._take(way, 2)
    assert deliver() == 0
    stop.set()
    asyncio.run(holding.keep_delivering(stop))
    assert deliver() == 2


def test_of_many_workers_at_once_each_notice_is_sent_by_one(database: Sessions, draft: Any, way: Kept) -> None:
    for n in range(10):
        draft(conversation_id=f"c{n}")
    start = threading.Barrier(4)

    def work() -> None:
        worker = Worker(database, [way])
        start.wait()
        asyncio.run(worker.deliver_due())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keys = [message.key for message in way.messages]
    assert len(keys) == len(set(keys)) == 20


def test_a_way_that_is_down_holds_up_no_other(database: Sessions, draft: Any, deliver: Any, later: Any) -> None:
    post, teams = Kept(database, "mail"), Kept(database, "teams")
    teams.down = ConnectionError()
    draft()
    assert deliver(post, teams) == 2
    teams.down = None
    later(timedelta(minutes=1))
    assert deliver(post, teams) == 2
    assert sorted(message.key for message in post.messages) == sorted(message.key for message in teams.messages)


def test_what_waited_for_a_mail_server_goes_by_notify_once_that_is_set(
    database: Sessions, draft: Any, later: Any
) -> None:
    from bot.channels.sending import ways_of_telling
    from bot.settings import Settings

    def deliver(**settings: Any) -> int:
        ways = ways_of_telling(Settings(public_url="https://guide.test", **settings), database, None)
        return asyncio.run(Worker(database, ways).deliver_due())

    def by_notify(notify: Notify) -> int:
        return deliver(govuk_notify_key=f"k-{'0' * 36}-{'1' * 36}", govuk_notify_url=notify.url)

    reference = draft()
    assert deliver(mail_host="127.0.0.1", mail_port=9) == 0
    later(timedelta(days=1))
    with notify_api() as notify:
        assert by_notify(notify) == 2
    assert {body["personalisation"]["reference"] for _, _, body in notify.asked} == {reference}


def test_what_a_way_had_goes_by_another_when_it_is_switched_off(
    database: Sessions, draft: Any, deliver: Any, items: Any
) -> None:
    post, teams = Kept(database, "mail"), Kept(database, "teams")
    teams.down = ConnectionError()
    draft()
    assert deliver(teams) == 0
    assert deliver(post) == 2
    assert [(item.way, item.done_at is not None) for item in items()] == [("mail", True)] * 2


def test_what_another_way_has_is_not_sent_twice_when_a_way_is_switched_off(
    database: Sessions, draft: Any, deliver: Any, items: Any
) -> None:
    post, teams = Kept(database, "mail"), Kept(database, "teams")
    teams.down = ConnectionError()
    draft()
    assert deliver(post, teams) == 2
    assert deliver(post) == 0
    assert len(post.messages) == len(items()) == 2


def test_a_lead_who_could_not_be_told_by_one_way_is_told_by_another(
    database: Sessions, draft: Any, deliver: Any, later: Any
) -> None:
    post, teams = Kept(database, "mail"), Kept(database, "teams")
    teams.reached = False  # until the lead opens a chat
    post.down = ConnectionError()
    draft()
    assert deliver(post, teams) == 0
    teams.reached = True
    post.down = GiveUp("the address is not known")
    later(timedelta(minutes=1))
    assert [deliver(post, teams), deliver(post, teams)] == [0, 2]
    assert (len(post.messages), len(teams.messages)) == (0, 2)


def test_a_notice_that_nobody_takes_is_given_up_after_three_days_and_counted(
    database: Sessions, draft: Any, deliver: Any, way: Kept, later: Any, items: Any
) -> None:
    def given_up() -> float:
        return REGISTRY.get_sample_value("cspr_outbox_total", {"way": "kept", "outcome": "given_up"}) or 0

    before = given_up()
    way.down = ConnectionError()
    draft()
    deliver()
    later(timedelta(days=3))
    deliver()
    assert all(item.given_up_at and item.due_at is None for item in items())
    assert given_up() == before + 2
    with database() as session:
        assert queue.counts(session) == {"kept": {"waiting": 0, "done": 0, "given_up": 2}}
    way.down = None
    later(timedelta(days=1))
    assert deliver() == 0


def test_notices_wait_while_there_is_no_way_to_tell_until_their_time_is_over(
    database: Sessions, draft: Any, deliver: Any, later: Any, way: Kept
) -> None:
    draft()
    assert asyncio.run(Worker(database, []).deliver_due()) == 0
    assert deliver() == 2
    draft(conversation_id="c2")
    later(timedelta(days=3))
    assert asyncio.run(Worker(database, []).deliver_due()) == 0
    assert deliver() == 0
    with database() as session:
        assert queue.counts(session)[""]["given_up"] == 2


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 2), (2, 4), (3, 8), (9, 300), (500, 300)])
def test_the_wait_doubles_up_to_five_minutes(attempts: int, seconds: int) -> None:
    waits = [wait_after(attempts) for _ in range(50)]
    assert timedelta(seconds=seconds) <= min(waits)
    assert max(waits) <= timedelta(seconds=seconds) * 1.1 <= LONGEST_WAIT * 1.1
    assert len(set(waits)) > 1


def test_no_address_and_no_reference_is_logged(
    draft: Any, deliver: Any, way: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    way.down = ConnectionError("cannot reach sam@example.org")
    reference = draft()
    caplog.clear()
    with caplog.at_level("DEBUG"):
        deliver()
    assert "ConnectionError" in caplog.text
    assert "example.org" not in caplog.text
    assert reference not in caplog.text


async def test_a_worker_sends_what_is_new_as_soon_as_it_is_woken(database: Sessions, draft: Any) -> None:
    class Heard(Kept):
        heard = asyncio.Event()

        async def deliver(self, item: Item, body: dict[str, Any] | None) -> None:
            await super().deliver(item, body)
            self.heard.set()

    way = Heard(database)
    worker, stop = Worker(database, [way]), asyncio.Event()
    await asyncio.to_thread(draft)
    running = asyncio.create_task(worker.keep_delivering(stop, every=3600))
    await way.heard.wait()
    way.heard.clear()
    await asyncio.to_thread(draft, conversation_id="c2")
    worker.wake()
    await way.heard.wait()
    stop.set()
    await running
    assert REGISTRY.get_sample_value("cspr_outbox_waiting", {"way": "kept"}) is not None


def test_the_moment_of_a_lane_is_that_of_its_first(database: Sessions) -> None:
    with database.begin() as session:
        for n in (1, 0, 2):
            at = now() + timedelta(seconds=n)
            queue.add(session, "x", timedelta(days=1), way="w", lane="a", key=str(n), at=at)
        queue.add(session, "x", timedelta(days=1), way="w", lane="b", key="other")
    taken = []
    for _ in range(3):
        with database.begin() as session:
            found = queue.lease(session, "w", "me", now(), 10)
            taken.append(sorted(item.key for item in found))
            for item in found:
                queue.done(session, item)
    assert taken == [["0", "other"], ["1"], ["2"]]
