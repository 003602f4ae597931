"""Each message is sent once, whichever process has it, and in order; a lead hears by the ways that there are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from microsoft_agents.hosting.core import OutboundHostValidator
from sqlalchemy import select, update

from bot.channels.sending import ways_of_telling
from bot.channels.teams.cards.messages import plain
from bot.channels.teams.delivery import Delivery
from bot.channels.teams.lead_accounts import link, note_chat
from bot.channels.teams.mailbag import send
from bot.channels.teams.outbound import Outbound
from bot.channels.teams.tables import TeamsChat
from bot.outbox import queue
from bot.outbox.item import Item
from bot.outbox.worker import Worker
from bot.referrals.drafts import make_draft
from bot.referrals.lead import make_lead
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.outbox.conftest import ASSESSMENT
from tests.outbox.servers import Postbox, mail_server
from tests.teams.service import WALSALL, Connector, Entra

ANYWHERE = OutboundHostValidator(enabled=False)
CHATS = [f"chat-{n}" for n in range(4)]


def delivery(database: Sessions) -> Delivery:
    return Delivery(database, Outbound([WALSALL], ANYWHERE, Entra().provider))


def keep_chats(database: Sessions, url: str) -> None:
    with database.begin() as session:
        for chat in CHATS:
            reference = {"conversation": {"id": chat}, "serviceUrl": url, "channelId": "msteams"}
            kept = {"app_id": WALSALL.app_id, "reference": reference}
            session.add(TeamsChat(key=chat, token=None, reference=kept, open_card=None, seen_at=now()))


@pytest.fixture
async def connector(database: Sessions) -> AsyncIterator[Connector]:
    async with Connector().running() as connector:
        await asyncio.to_thread(keep_chats, database, connector.url)
        yield connector


def put_in_line(database: Sessions, chat: str, *words: str) -> None:
    with database.begin() as session:
        send(session, chat, [plain(said) for said in words])


@asynccontextmanager
async def working(*workers: Worker) -> AsyncIterator[None]:
    stop = asyncio.Event()
    tasks = [asyncio.create_task(worker.keep_delivering(stop, every=0.05)) for worker in workers]
    yield
    stop.set()
    await asyncio.gather(*tasks)


def said(connector: Connector, chat: str) -> list[str]:
    return [message["text"] for message in connector.messages if message["chat"] == chat]


@pytest.mark.both
async def test_of_two_processes_each_message_is_sent_by_one_and_in_order(
    database: Sessions, connector: Connector
) -> None:
    for n in range(6):
        for chat in CHATS:
            put_in_line(database, chat, f"{n}a", f"{n}b")
    async with working(*(Worker(database, [delivery(database)]) for _ in range(2))):
        await connector.wait(48)
        await asyncio.sleep(0)
    for chat in CHATS:
        assert said(connector, chat) == [f"{n}{half}" for n in range(6) for half in "ab"]
    with database() as session:
        assert queue.counts(session) == {"teams_messages": {"waiting": 0, "done": 48, "given_up": 0}}
        assert not session.scalars(select(Item.id).where(Item.body.is_not(None))).all()


@pytest.mark.both
async def test_what_a_dead_process_had_is_sent_when_its_lease_is_over(database: Sessions, connector: Connector) -> None:
    put_in_line(database, CHATS[0], "first", "second")
    dead = Worker(database, [delivery(database)])
    [taken] = await asyncio.to_thread(dead._take, delivery(database), 10)
    living = Worker(database, [delivery(database)])
    assert await living.deliver_due() == 0, "what is behind it must wait too"
    with database.begin() as session:
        session.execute(update(Item).where(Item.id == taken.id).values(due_at=now()))
    assert await living.deliver_due() == 2
    assert said(connector, CHATS[0]) == ["first", "second"]


async def test_a_message_that_waits_holds_back_those_behind_it_and_no_other_chat(
    database: Sessions, connector: Connector
) -> None:
    put_in_line(database, CHATS[0], "first", "second")
    connector.refuse = 502
    worker = Worker(database, [delivery(database)])
    assert await worker.deliver_due() == 0
    connector.refuse = None
    put_in_line(database, CHATS[1], "elsewhere")
    assert await worker.deliver_due() == 1
    with database.begin() as session:
        session.execute(update(Item).where(Item.attempts == 1, Item.due_at.is_not(None)).values(due_at=now()))
    assert await worker.deliver_due() == 2
    assert (said(connector, CHATS[0]), said(connector, CHATS[1])) == (["first", "second"], ["elsewhere"])


def told_in_teams(database: Sessions) -> None:
    """A draft, for a lead who has a chat with the guide."""
    with database.begin() as session:
        lead = make_lead(session, email="sam@example.org", name="Sam", areas=["walsall"])
        link(session, "s" * 40, lead, WALSALL.tenant_id, "an-account")
        session.flush()
        note_chat(session, "s" * 40, WALSALL.tenant_id, "an-account", CHATS[0])
        make_draft(session, conversation_id="c1", area="walsall", facts={}, assessment=ASSESSMENT, own_words="Words.")


def teller(database: Sessions, sends: Delivery | None, **settings: Any) -> Worker:
    return Worker(database, ways_of_telling(Settings(**settings), database, sends))


async def test_when_teams_is_switched_off_mail_gets_what_it_had(database: Sessions, connector: Connector) -> None:
    told_in_teams(database)
    connector.refuse = 502
    assert await teller(database, delivery(database)).deliver_due() == 0
    postbox = Postbox()
    async with mail_server(postbox) as port:
        assert await teller(database, None, mail_host="127.0.0.1", mail_port=port).deliver_due() == 1
    assert [to for to, _ in postbox.mails] == [["sam@example.org"]]


async def test_a_lead_who_removed_the_app_is_told_by_mail(database: Sessions, connector: Connector) -> None:
    told_in_teams(database)
    connector.refuse = 502
    assert await teller(database, delivery(database)).deliver_due() == 0
    connector.refuse = 403
    with database.begin() as session:
        session.execute(update(Item).values(due_at=now()))
    postbox = Postbox()
    async with mail_server(postbox) as port:
        both = teller(database, delivery(database), mail_host="127.0.0.1", mail_port=port)
        assert [await both.deliver_due(), await both.deliver_due()] == [0, 1]
    assert [to for to, _ in postbox.mails] == [["sam@example.org"]]
    with database() as session:
        assert queue.counts(session)["teams"] == {"waiting": 0, "done": 0, "given_up": 1}


async def test_a_lead_is_told_in_teams_and_by_mail_with_one_key(database: Sessions, connector: Connector) -> None:
    told_in_teams(database)
    postbox = Postbox()
    async with mail_server(postbox) as port:
        both = teller(database, delivery(database), mail_host="127.0.0.1", mail_port=port)
        assert await both.deliver_due() == 2
    assert (len(postbox.mails), len(connector.messages)) == (1, 1)
    with database() as session:
        assert len(set(session.scalars(select(Item.key)))) == 1


async def test_the_answer_of_yesterday_is_not_sent(
    database: Sessions, connector: Connector, caplog: pytest.LogCaptureFixture
) -> None:
    put_in_line(database, CHATS[0], "old")
    with database.begin() as session:
        session.execute(update(Item).values(ends_at=now() - timedelta(seconds=1)))
    assert await Worker(database, [delivery(database)]).deliver_due() == 0
    assert connector.taken == []
    assert "its time is over" in caplog.text
