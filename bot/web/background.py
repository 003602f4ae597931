"""What the service does beside answering: it tells leads and makes its rounds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bot.housekeeping.rounds import Rounds
from bot.outbox.worker import stop_all

THREADS = 40
"""For what waits for the database; by default there would be a handful, and a health check would wait for them."""


@asynccontextmanager
async def background_work(app: FastAPI) -> AsyncIterator[None]:
    """Work while the service runs, on the application's sessions and settings."""
    stop, state = asyncio.Event(), app.state
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    tasks = [asyncio.create_task(Rounds(state.patient_sessions, state.settings).keep_making(stop))]
    if state.settings.outbox_in_service:
        tasks.append(asyncio.create_task(state.outbox.keep_delivering(stop)))
    try:
        yield
    finally:
        await stop_all(tasks, stop)
        await asyncio.to_thread(state.conversations.turns.stop)
