"""Turns have a thread of their own: one at a time, the most urgent first, and a line that does not grow for ever."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from time import monotonic

import pytest

from bot.channels import turn_thread
from bot.channels.problems import Busy, NotTaken
from bot.channels.turn_thread import Job, Rank, TurnThread


@pytest.fixture
def turns() -> Iterator[TurnThread]:
    turns = TurnThread()
    yield turns
    turns.stop()


class Blocked:
    """A turn that waits for the database, for as long as the test says."""

    def __init__(self, turns: TurnThread) -> None:
        self.begun, self.released, self.stored = threading.Event(), threading.Event(), False
        self.task = asyncio.ensure_future(turns.run(self._take, Rank.RUNNING))

    async def _take(self, job: Job) -> str:
        self.begun.set()
        self.released.wait()
        self.stored = not job.given_up
        return "taken"

    async def __aenter__(self) -> Blocked:
        await asyncio.to_thread(self.begun.wait)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.released.set()
        await asyncio.gather(self.task, return_exceptions=True)


async def test_danger_is_taken_first_then_conversations_that_run_then_new_ones(turns: TurnThread) -> None:
    taken: list[str] = []

    async def wait_in_line(name: str, rank: Rank) -> None:
        async def take(_job: Job) -> None:
            taken.append(name)

        await turns.run(take, rank)

    async with Blocked(turns):
        waiting = [
            asyncio.ensure_future(wait_in_line(name, rank))
            for name, rank in (
                ("new", Rank.NEW),
                ("running", Rank.RUNNING),
                ("danger", Rank.DANGER),
                ("newer", Rank.NEW),
            )
        ]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    assert taken == ["danger", "running", "new", "newer"]


async def test_newcomers_are_turned_away_at_once_from_a_full_line_and_nobody_else_is(turns: TurnThread) -> None:
    async def take(_job: Job) -> str:
        return "taken"

    async with Blocked(turns):
        waiting = [asyncio.ensure_future(turns.run(take, Rank.NEW)) for _ in range(Rank.NEW.most)]
        await asyncio.sleep(0)
        begun = monotonic()
        with pytest.raises(Busy) as refused:
            await turns.run(take, Rank.NEW)
        assert monotonic() - begun < 0.2
        assert refused.value.status == 503 and refused.value.retry_after
        assert "999" in refused.value.detail
        others = [asyncio.ensure_future(turns.run(take, rank)) for rank in (Rank.RUNNING, Rank.DANGER)]
        await asyncio.sleep(0)
    assert await asyncio.gather(*others, *waiting) == ["taken"] * (len(waiting) + 2)


async def test_newcomers_are_turned_away_when_the_wait_would_be_too_long(turns: TurnThread) -> None:
    async def take(_job: Job) -> str:
        return "taken"

    turns._takes = 6.0
    async with Blocked(turns):
        waiting = [asyncio.ensure_future(turns.run(take, Rank.NEW)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await turns.run(take, Rank.NEW)
        waiting.append(asyncio.ensure_future(turns.run(take, Rank.DANGER)))
        await asyncio.sleep(0)
    assert await asyncio.gather(*waiting) == ["taken"] * 3


async def test_a_turn_that_takes_too_long_is_given_up_and_knows_it(
    turns: TurnThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn_thread, "DEADLINE", 0.05)
    monkeypatch.setattr(turn_thread, "STALLED", 0.0)
    async with Blocked(turns) as blocked:
        with pytest.raises(NotTaken):
            await blocked.task
    await turns.run(_nothing, Rank.RUNNING)  # comes after the blocked one
    assert not blocked.stored


async def test_a_turn_that_was_given_up_in_line_is_never_begun(
    turns: TurnThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    async def take(_job: Job) -> None:
        begun.append("begun")

    async with Blocked(turns):
        monkeypatch.setattr(turn_thread, "DEADLINE", 0.05)
        monkeypatch.setattr(turn_thread, "STALLED", 0.0)
        with pytest.raises(NotTaken):
            await turns.run(take, Rank.RUNNING)
    await turns.run(_nothing, Rank.RUNNING)
    assert not begun


async def test_it_goes_on_after_a_turn_that_failed_and_after_it_was_stopped(turns: TurnThread) -> None:
    async def fail(_job: Job) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await turns.run(fail, Rank.NEW)
    await turns.run(_nothing, Rank.NEW)
    turns.stop()
    await turns.run(_nothing, Rank.NEW)


async def test_whoever_waits_when_it_stops_is_told_that_nothing_was_taken(turns: TurnThread) -> None:
    async with Blocked(turns) as blocked:
        waiting = asyncio.ensure_future(turns.run(_nothing, Rank.NEW))
        await asyncio.sleep(0)
        stopping = asyncio.ensure_future(asyncio.to_thread(turns.stop))
        with pytest.raises(NotTaken):
            await waiting
        blocked.released.set()
        assert await blocked.task == "taken"
        await stopping


async def _nothing(_job: Job) -> None:
    """A turn that does nothing."""
