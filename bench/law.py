"""Assessments a second of one core's time, over varied facts, as `cspr assess --stdin-lines` gives them."""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from typing import Any

from bench.service import ROOT
from bot.guidance.load import load_packs
from bot.guidance.model import Pack

CASES, ROUNDS = 5000, 12
FIRST_MET = 40_000


def cases(pack: Pack, count: int, areas: tuple[str, ...], seed: int = 7) -> list[dict[str, Any]]:
    """Made-up cases, all different: each fact known or not, by chance."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        facts: dict[str, Any] = {"area": chance.choice(areas), "today": "2026-11-23"}
        for name, fact in pack.facts.items():
            if name != "area" and fact.kind != "date" and chance.random() < 0.7:
                several = sorted(chance.sample(fact.values, chance.randint(0, 2)))
                facts[name] = several if fact.kind == "set" else chance.choice(fact.values)
        if number % 2:
            facts["la_aware_on"] = f"2026-11-{chance.randint(1, 23):02}"
        made.append(facts)
    return made


def rates() -> dict[str, str]:
    """How many a second through the command, start-up taken off; and how long all packs take to load."""
    began = time.perf_counter()
    packs = load_packs(ROOT / "guidance")
    loading = time.perf_counter() - began
    national = packs.for_area(None)
    again = _lines(cases(national, CASES, ("walsall",))) * ROUNDS
    first_met = _lines(cases(national, FIRST_MET, national.facts["area"].values))
    return {
        "assessments a second, explained": f"{_rate(again, CASES * ROUNDS):,.0f}",
        "assessments a second, --no-explain": f"{_rate(again, CASES * ROUNDS, '--no-explain'):,.0f}",
        f"  of {FIRST_MET:,} cases, each met for the first time": f"{_rate(first_met, FIRST_MET, '--no-explain'):,.0f}",
        "all packs loaded and merged": f"{loading:.2f} s",
    }


def _lines(made: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(case) + "\n" for case in made).encode()


def _rate(lines: bytes, count: int, *options: str) -> float:
    return count / (_seconds(lines, *options) - _seconds(b"", *options))


def _seconds(lines: bytes, *options: str) -> float:
    """Processor seconds that the command takes; the least of three runs, since others share the machine."""
    command = [sys.executable, "-c", "from bot.cli import main; main()", "assess", "--stdin-lines", *options]
    took = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=lines, stdout=subprocess.DEVNULL, cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return min(took)
