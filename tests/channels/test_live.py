"""Open pages are told of what was said, by this process and by others, and nothing is left of pages that closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event, update

from bot.channels.live import Live, Standing
from bot.channels.record import begin
from bot.dialogue.tables import ConversationRow
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.migrate import upgrade

LATER = now() + timedelta(hours=1)
NOTHING_YET = Standing(0, LATER)


@pytest.fixture
def engine(settings: Settings) -> Engine:
    engine = open_database(settings.database)
    upgrade(engine)
    return engine


@pytest.fixture
def database(engine: Engine) -> Sessions:
    return sessions(engine)


@pytest.fixture
def conversation(database: Sessions) -> str:
    with database.begin() as session:
        row = begin(session, f"token {now()}", None)
        row.expires_at = LATER
        session.flush()
        return row.id


@pytest.fixture
async def live(database: Sessions) -> AsyncIterator[Live]:
    live = Live(database, every=0.01)
    yield live
    assert live.watched == 0


async def test_a_page_is_told_how_things_stand_and_then_each_change(live: Live, conversation: str) -> None:
    async with aclosing(live.watch(conversation, NOTHING_YET)) as news:
        assert await anext(news) == NOTHING_YET
        live.tell(conversation, Standing(2, LATER))
        assert (await anext(news)).messages == 2


async def test_two_pages_of_one_conversation_are_told_the_same(live: Live, conversation: str) -> None:
    one, other = (live.watch(conversation, NOTHING_YET) for _ in range(2))
    async with aclosing(one), aclosing(other):
        assert await anext(one) == await anext(other)
        live.tell(conversation, Standing(2, LATER))
        assert await anext(one) == await anext(other) == Standing(2, LATER)


async def test_what_another_process_stored_is_found_in_the_database(
    live: Live, conversation: str, database: Sessions
) -> None:
    async with aclosing(live.watch(conversation, NOTHING_YET)) as news:
        await anext(news)
        with database.begin() as session:
            session.execute(update(ConversationRow).where(ConversationRow.id == conversation).values(messages=7))
        assert (await anext(news)).messages == 7


async def test_the_same_news_is_told_once_and_a_slow_page_hears_only_the_newest(live: Live, conversation: str) -> None:
    async with aclosing(live.watch(conversation, NOTHING_YET)) as news:
        await anext(news)
        for messages in (2, 4, 6, 6):
            live.tell(conversation, Standing(messages, LATER))
        assert (await anext(news)).messages == 6
        rest = asyncio.ensure_future(anext(news))
        await asyncio.sleep(0)
        assert not rest.done()
        rest.cancel()
        await asyncio.gather(rest, return_exceptions=True)


async def test_a_hundred_open_pages_cost_one_query_a_look(
    live: Live, conversation: str, engine: Engine, database: Sessions
) -> None:
    queries: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *call: queries.append(call[2]))
    pages = [live.watch(conversation, NOTHING_YET) for _ in range(100)]
    for page in pages:
        await anext(page)
    with database.begin() as session:
        session.execute(update(ConversationRow).where(ConversationRow.id == conversation).values(messages=9))
    looked = live._looking
    assert looked is not None
    assert [(await anext(page)).messages for page in pages] == [9] * 100
    for page in pages:
        await page.aclose()
    await looked  # ends by itself once no page is open
    assert len([query for query in queries if query.startswith("SELECT")]) < 50


async def test_news_of_a_conversation_without_an_open_page_is_kept_nowhere(live: Live) -> None:
    live.tell("nobody looks", Standing(3, LATER))
    assert live._known == {}
