"""The stream of news, and the same by asking."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from bot.web.chat_live import _events


@pytest.fixture
async def client(app_over, guide):
    transport = httpx.ASGITransport(app_over(guide))
    async with httpx.AsyncClient(transport=transport, base_url="http://guide.example") as client:
        yield client


async def begin(guide):
    return (await guide.take_turn(None, text="A child has died")).token


@asynccontextmanager
async def stream(guide, token):
    news: Any = _events(guide, *guide.standing(token))
    try:
        yield news
    finally:
        await news.aclose()


async def test_the_stream_tells_numbers_and_nothing_of_what_was_said(guide):
    token = await begin(guide)
    async with stream(guide, token) as news:
        assert json.loads((await anext(news))["data"]) == {"messages": 2, "seconds": pytest.approx(86400, abs=5)}
        await guide.take_turn(token, choice="no")
        event = await anext(news)
        assert json.loads(event["data"])["messages"] == 4
        assert set(json.loads(event["data"])) == {"messages", "seconds"}


async def test_the_stream_ends_with_the_conversation(guide):
    token = await begin(guide)
    async with stream(guide, token) as news:
        await anext(news)
        guide.end(token)
        assert json.loads((await anext(news))["data"])["seconds"] == 0
        with pytest.raises(StopAsyncIteration):
            await anext(news)
    assert guide.live.watched == 0


async def test_a_page_that_goes_leaves_nothing_behind(guide):
    token = await begin(guide)
    readers = []
    for _ in range(50):
        news: Any = _events(guide, *guide.standing(token))
        await anext(news)
        readers.append(asyncio.ensure_future(anext(news)))
    await asyncio.sleep(0)
    assert guide.live.watched == 1
    for reader in readers:
        reader.cancel()
    await asyncio.gather(*readers, return_exceptions=True)
    assert guide.live.watched == 0


async def test_without_a_conversation_there_is_no_stream(client):
    assert (await client.get("/chat/live")).status_code == 204
    client.cookies.set("conversation", "unknown", path="/chat")
    assert (await client.get("/chat/live")).status_code == 204


async def test_asking_tells_the_same_as_the_stream(client, guide):
    assert (await client.get("/chat/standing")).json() == {"messages": 0, "seconds": 0}
    client.cookies.set("conversation", await begin(guide), path="/chat")
    assert (await client.get("/chat/standing")).json()["messages"] == 2
