"""The guidance that is shipped passes its own checker, quickly."""

from __future__ import annotations

from time import process_time

from bot.commands.guidance_check import check_guidance
from bot.guidance.load import read_packs
from tests.guidance.folders import REAL


def test_the_real_guidance_has_no_faults() -> None:
    _, faults = check_guidance(REAL)
    assert [str(fault) for fault in faults] == []


def test_all_packs_load_and_merge_in_under_half_a_second() -> None:
    started = process_time()
    read_packs(REAL)
    assert process_time() - started < 0.5
