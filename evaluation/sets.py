"""The lines to measure on: the set beside the checkout where it is present, else the project's own held-out lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BESIDE = ROOT.parent / "shared" / "eval"
OWN = {
    "utterances": ROOT / "evaluation/heldout/utterances.jsonl",
    "danger_negatives": ROOT / "evaluation/heldout/danger_negatives.jsonl",
    "replies": ROOT / "tests/reading/hear/heldout/replies.jsonl",
    "dates": ROOT / "tests/reading/hear/heldout/dates.jsonl",
}


def is_beside() -> bool:
    """Whether the set beside the checkout is present."""
    return BESIDE.is_dir()


def lines(name: str) -> list[dict[str, Any]]:
    """The objects of one file: "utterances", "danger_negatives", "replies" or "dates"."""
    path = BESIDE / f"{name}.dev.jsonl" if is_beside() else OWN[name]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
