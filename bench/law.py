"""Assessments a second on one core, over varied facts, as `cspr assess --stdin-lines` gives them."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from typing import Any

from bench.service import ROOT
from bot.guidance.load import load_packs
from bot.guidance.model import Pack

CASES = 5000
ROUNDS = 12


def cases(pack: Pack, seed: int = 7) -> list[dict[str, Any]]:
    """Made-up cases, all different: each fact known or not, by chance."""
    chance = random.Random(seed)
    made = []
    for number in range(CASES):
        facts: dict[str, Any] = {"area": "walsall", "today": "2026-11-23"}
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
    lines = "".join(json.dumps(case) + "\n" for case in cases(packs.for_area("walsall"))).encode()
    return {
        "whole assessments a second, explained": f"{_rate(lines):,.0f}",
        "whole assessments a second, --no-explain": f"{_rate(lines, '--no-explain'):,.0f}",
        "all packs loaded and merged": f"{loading:.2f} s",
    }


def _rate(lines: bytes, *options: str) -> float:
    return ROUNDS * CASES / (_seconds(lines * ROUNDS, *options) - _seconds(b"", *options))


def _seconds(lines: bytes, *options: str) -> float:
    command = [sys.executable, "-c", "from bot.cli import main; main()", "assess", "--stdin-lines", *options]
    began = time.perf_counter()
    subprocess.run(command, input=lines, stdout=subprocess.DEVNULL, cwd=ROOT, check=True)
    return time.perf_counter() - began
