"""Tables of what was understood: `make eval`."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.guidance.load import load_packs
from bot.rasa.train import train_if_changed
from bot.reading.dates import read_date
from bot.reading.hear import hear
from evaluation.dates.__main__ import phrases
from evaluation.replies import is_right
from evaluation.sets import ROOT, is_beside, lines

TODAY = date(2026, 11, 23)
console = Console()


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})"


def topics(table: Table) -> Counter[tuple[str, str]]:
    """Topics and danger; gives the confusions: (wanted, understood)."""
    from bot.rasa.understood import Understood

    understood = Understood(train_if_changed(ROOT, ROOT / "models"))

    def read(text: str) -> dict[str, Any]:
        return asyncio.run(understood.of(text))

    guidance = set(load_packs(ROOT / "guidance").for_area(None).answers)
    rows = [(line["topics"], read(line["text"])) for line in track(lines("utterances"), "Topics", console=console)]
    negatives = [read(line["text"]) for line in lines("danger_negatives")]
    first = [(wanted, found, found["topics"][0]["topic"]) for wanted, found in rows]
    right = sum(top in wanted for wanted, _, top in first)
    three = sum(any(t["topic"] in wanted for t in found["topics"]) for wanted, found in rows)
    wrong = sum(found["sure"] and top not in wanted for wanted, found, top in first)
    danger = [found for wanted, found in rows if "danger_now" in wanted]
    outside = [(found, top) for wanted, found, top in first if wanted == ["out_of_scope"]]
    inside = [(found, top) for wanted, found, top in first if "out_of_scope" not in wanted]
    table.add_row("topic in the accepted set", share(right, len(rows)), "0.86")
    table.add_row("in the first three", share(three, len(rows)), "0.95")
    table.add_row("sure and wrong", share(wrong, len(rows)), "at most 0.03")
    table.add_row("danger caught", share(sum(f["danger"] for f in danger), len(danger)), "0.97")
    table.add_row("danger, false alarms", share(sum(f["danger"] for f in negatives), len(negatives)), "at most 0.12")
    kept_out = sum(not (found["sure"] and top in guidance) for found, top in outside)
    table.add_row("out of scope, not answered as guidance", share(kept_out, len(outside)), "0.92")
    refused = sum(found["sure"] and top == "out_of_scope" for found, top in inside)
    table.add_row("in scope, refused outright", share(refused, len(inside)), "at most 0.03")
    return Counter((wanted[0], top) for wanted, _, top in first if top not in wanted)


def replies(table: Table) -> None:
    """Replies to questions, and dates."""
    rows = []
    for line in track(lines("replies"), "Replies", console=console):
        heard = hear(line["question"], line["text"], TODAY)
        rows.append((is_right(line["question"], line["value"], heard), heard))
    right = sum(ok for ok, _ in rows)
    wrong = sum(not ok and heard.sure and heard.value is not None for ok, heard in rows)
    table.add_row("replies right", share(right, len(rows)), "0.93")
    table.add_row("replies confidently wrong", share(wrong, len(rows)), "at most 0.02")
    days = []
    for line in lines("dates"):
        found = read_date(line["text"], date.fromisoformat(line["today"]))
        days.append((line["value"], None if found is None else found.isoformat()))
    said = list(phrases())
    table.add_row("our phrases of dates", share(sum(phrase.right for phrase in said), len(said)), "0.98")
    table.add_row("of them wrong and sure", share(sum(phrase.misled for phrase in said), len(said)), "at most 0.005")
    table.add_row("dates right", share(sum(a == b for a, b in days), len(days)), "0.95")
    table.add_row("wrong day as sure", share(sum(b is not None and a != b for a, b in days), len(days)), "0")


def main() -> None:
    """Print the table, then what was most often taken for what."""
    measured = "the set beside the checkout" if is_beside() else "our own held-out lines (easier: docs/nlu.md)"
    table = Table(f"Measured on {measured}", "found", "wanted")
    confused = topics(table)
    replies(table)
    console.print(table)
    table = Table("Wanted", "Understood as", "Times")
    for (wanted, found), times in confused.most_common(25):
        table.add_row(wanted, found, str(times))
    console.print(table)


if __name__ == "__main__":
    main()
