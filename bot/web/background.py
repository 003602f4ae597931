"""What the service does beside answering: it sends notices and makes its rounds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bot.housekeeping.rounds import Rounds
from bot.notify.outbox.running import keep_delivering
from bot.notify.outbox.worker import Worker

THREADS = 40
"""For what waits for the database; by default there would be a handful, and a health check would wait for them."""

STOPS_WITHIN = 5.0
"""Seconds that work under way has to end when the service stops; what is cut off is done by the next start."""


@asynccontextmanager
async def background_work(app: FastAPI) -> AsyncIterator[None]:
    """Work while the service runs, on the application's sessions and settings."""
    stop = asyncio.Event()
    settings, state = app.state.settings, app.state
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    tasks = [asyncio.create_task(Rounds(state.patient_sessions, settings).keep_making(stop))]
    if settings.outbox_in_service and state.backends:
        worker = Worker(state.sessions, state.backends, settings.public_url)
        tasks.append(asyncio.create_task(keep_delivering(worker, stop)))
    try:
        yield
    finally:
        stop.set()
        _, late = await asyncio.wait(tasks, timeout=STOPS_WITHIN)
        for task in late:
            task.cancel()
        await asyncio.to_thread(state.conversations.turns.stop)
