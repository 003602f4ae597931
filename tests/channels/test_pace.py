"""A sender may knock so often and no more, counted in one process or by several together."""

from __future__ import annotations

import secrets

import pytest

from bot.channels.pace import Pace
from bot.channels.problems import Problem


@pytest.fixture
def door() -> str:
    return f"door-{secrets.token_hex(4)}"


def test_the_knock_after_the_last_is_told_how_long_to_wait(door: str) -> None:
    pace = Pace(door, 2)
    pace.check("a")
    pace.check("a")
    with pytest.raises(Problem) as refused:
        pace.check("a")
    assert refused.value.status == 429
    assert refused.value.retry_after is not None
    assert 0 < refused.value.retry_after <= 60
    pace.check("b")


def test_two_processes_count_together_in_redis(door: str, redis_url: str) -> None:
    here, there = (Pace(door, 2, redis_url=redis_url) for _ in range(2))
    here.check("a")
    there.check("a")
    with pytest.raises(Problem):
        here.check("a")
