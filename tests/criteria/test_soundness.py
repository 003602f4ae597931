"""Whether a condition can hold at all, beside tests/guidance/test_soundness.py."""

from __future__ import annotations

from bot.criteria.soundness import can_hold
from bot.guidance.expression import All, Always, Is, Not
from bot.guidance.load import Packs

DIED = Is("outcome", ("died",))


def test_always_beside_a_fact_says_nothing_about_the_fact(packs: Packs) -> None:
    assert can_hold(All((Always(), DIED)), packs.for_area(None))
    assert not can_hold(All((Always(), DIED, Not(DIED))), packs.for_area(None))


def test_what_waits_for_a_fact_that_stays_unknown_cannot_hold(packs: Packs) -> None:
    assert not can_hold(DIED, packs.for_area(None), unknown=frozenset({"outcome"}))
    assert can_hold(DIED, packs.for_area(None), unknown=frozenset({"place"}))
