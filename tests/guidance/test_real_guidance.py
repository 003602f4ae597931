"""The guidance that is shipped passes its own checker, quickly."""

from __future__ import annotations

from bot.commands.guidance_check import check_guidance
from tests.guidance.folders import REAL


def test_the_real_guidance_has_no_faults() -> None:
    _, faults = check_guidance(REAL)
    assert [str(fault) for fault in faults] == []
