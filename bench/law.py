"""Assessments a second on one core, over varied facts."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from bench.service import ROOT
from bot.criteria.facts import Value
from bot.criteria.outcomes import headline, notes, outcomes
from bot.guidance.load import load_packs
from bot.guidance.model import Pack
from bot.interview.assess import assess

TODAY = date(2026, 11, 23)
CASES = 3000


def cases(pack: Pack, seed: int = 7) -> list[dict[str, Value]]:
    """Made-up cases: each fact known or not, by chance."""
    chance = random.Random(seed)
    made = []
    for _ in range(CASES):
        facts: dict[str, Value] = {"area": "walsall"}
        for name, fact in pack.facts.items():
            if name != "area" and fact.kind != "date" and chance.random() < 0.7:
                several = frozenset(chance.sample(fact.values, chance.randint(0, 2)))
                facts[name] = several if fact.kind == "set" else chance.choice(fact.values)
        made.append(facts)
    return made


def rates() -> dict[str, float]:
    """How many a second: outcomes alone, and whole assessments with every explanation; and packs loaded."""
    began = time.perf_counter()
    packs = load_packs(ROOT / "guidance")
    loading = time.perf_counter() - began
    pack = packs.for_area("walsall")
    made = cases(pack)

    def bare(facts: dict[str, Value]) -> Any:
        found = outcomes(pack, facts, TODAY, explain=False)
        return headline(pack, found), notes(pack, facts, TODAY)

    return {
        "outcomes, headline and notes": _rate(bare, made),
        "whole assessments, explained": _rate(lambda facts: assess(pack, facts, frozenset(), TODAY), made),
        "loads of all packs": 1 / loading,
    }


def _rate(work: Callable[[dict[str, Value]], Any], made: list[dict[str, Value]]) -> float:
    work(made[0])
    began = time.perf_counter()
    for facts in made:
        work(facts)
    return len(made) / (time.perf_counter() - began)
