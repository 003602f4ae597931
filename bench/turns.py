"""Turns: their cost as a conversation grows, and how many a second with several conversations at once."""

from __future__ import annotations

import asyncio
import time
from itertools import cycle
from statistics import median

import httpx

OPENING = "A two-year-old in Walsall has died and we think she was neglected. Do I need to refer?"
MIXED = (
    "what is a rapid review?",
    "why do you ask?",
    "what is the five day limit",
    "is it about blame",
    "who decides on a review",
    "not sure",
)
"""Questions in the middle of the check, with an answer now and then: what a long conversation is made of."""


async def one_conversation(client: httpx.AsyncClient, turns: int) -> list[float]:
    """Milliseconds of each turn."""
    token, took = None, []
    said = cycle(MIXED)
    for turn in range(turns):
        text = OPENING if turn == 0 else next(said)
        began = time.perf_counter()
        answer = await client.post("/api/chat", json={"conversation": token, "text": text})
        took.append((time.perf_counter() - began) * 1000)
        answer.raise_for_status()
        token = answer.json()["conversation"]
    return took


async def growth(address: str, turns: int = 160) -> dict[int, float]:
    """Median milliseconds around turns 5, 50 and 150 of one conversation (ten turns each)."""
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        took = await one_conversation(client, turns)
    return {turn: median(took[turn - 5 : turn + 5]) for turn in (5, 50, 150)}


async def throughput(address: str, at_once: int, turns: int) -> tuple[float, float]:
    """Turns a second, and the 95th percentile of a turn in milliseconds, with so many conversations at once."""
    async with httpx.AsyncClient(base_url=address, timeout=120, limits=httpx.Limits(max_connections=at_once)) as client:
        began = time.perf_counter()
        took = await asyncio.gather(*(one_conversation(client, turns) for _ in range(at_once)))
        seconds = time.perf_counter() - began
    every = sorted(ms for one in took for ms in one)
    return len(every) / seconds, every[int(len(every) * 0.95)]
