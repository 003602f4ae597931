"""How well replies to questions are heard, by fact and by set: `python -m evaluation.replies [--wrong]`.

Of the held-out replies every second line of each fact is `unseen`: it is scored and never shown, and nobody who writes
rules or training replies reads it. The others are `seen`: `--wrong` lists what was misheard among them.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from bot.criteria.facts import plain
from bot.criteria.rough_day import RoughDay
from bot.reading.hear import Heard, hear
from bot.reading.hear.labels import DATE_FACTS

ROOT = Path(__file__).parent.parent
HELD_OUT = ROOT / "tests" / "reading" / "hear" / "heldout"
DEVELOPMENT = ROOT.parent / "shared" / "eval"
TODAY = "2026-11-23"
console = Console(width=160)


class Row(NamedTuple):
    """One line as it was said, meant and heard; a date's question is `incident_on`."""

    split: str
    question: str
    text: str
    meant: Any
    heard: Heard
    milliseconds: float

    @property
    def right(self) -> bool:
        """True when the value is the one meant."""
        return is_right(self.question, self.meant, self.heard)

    @property
    def misled(self) -> bool:
        """True when a wrong value was heard as sure."""
        value = self.heard.value
        silent = value is None or (self.question == "incident_on" and value == "unknown")
        return self.heard.sure and not silent and not self.right


def is_right(question: str, meant: Any, heard: Heard) -> bool:
    """Whether what was heard is what was meant; less than a day is right where no one day can be known."""
    value = None if heard.value is None else plain(heard.value)
    if question in DATE_FACTS and (value in (None, "unknown") or isinstance(heard.value, RoughDay)):
        return meant in (None, "unknown") or value == meant
    return bool(value == (sorted(meant) if isinstance(meant, list) else meant))


def held_out(kind: str) -> Iterator[Row]:
    """The held-out `replies` or `dates`, every second line of each fact as `unseen`."""
    places: dict[str, int] = defaultdict(int)
    for line in _lines(HELD_OUT / f"{kind}.jsonl"):
        question = line.get("question", "incident_on")
        split = ("seen", "unseen")[places[question] % 2]
        places[question] += 1
        yield _heard(split, question, line)


def rows() -> Iterator[Row]:
    """Every line of the held-out files and, where it is there, of the development set."""
    for kind in ("replies", "dates"):
        yield from held_out(kind)
        for line in _lines(DEVELOPMENT / f"{kind}.dev.jsonl"):
            yield _heard("dev", line.get("question", "incident_on"), line)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []


def _heard(split: str, question: str, line: dict[str, Any]) -> Row:
    began = time.process_time()
    heard = hear(question, line["text"], date.fromisoformat(line.get("today", TODAY)))
    return Row(split, question, line["text"], line["value"], heard, (time.process_time() - began) * 1000)


def _figures(group: list[Row]) -> str:
    if not group:
        return "-"
    right, misled = sum(row.right for row in group), sum(row.misled for row in group)
    sure = sum(row.heard.sure and row.heard.value is not None for row in group)
    return (
        f"{right / len(group):.3f} right, {misled / len(group):.3f} misled, {sure / len(group):.2f} sure ({len(group)})"
    )


def main() -> None:
    """Print right, confidently wrong and sure by fact and set; with `--wrong` the misheard lines of seen and dev."""
    found = list(rows())
    splits = ("seen", "unseen", "dev")
    table = Table("fact", *splits)
    for question in dict.fromkeys(row.question for row in found):
        of = [row for row in found if row.question == question]
        table.add_row(question, *(_figures([row for row in of if row.split == split]) for split in splits))
    replies = [row for row in found if row.question != "incident_on"]
    table.add_row("all replies", *(_figures([row for row in replies if row.split == split]) for split in splits))
    console.print(table)
    console.print(f"median {median(row.milliseconds for row in found):.2f} ms of processor time a reply")
    if "--wrong" in sys.argv:
        for row in found:
            if row.split != "unseen" and not row.right:
                mark = "MISLED" if row.misled else "wrong"
                console.print(
                    f"{mark} {row.split} {row.question} | {row.text} | {row.meant} | {row.heard.value}", markup=False
                )


if __name__ == "__main__":
    main()
