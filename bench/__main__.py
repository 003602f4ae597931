"""`make bench`: every benchmark, one table each."""

from __future__ import annotations

import asyncio
import os
import platform
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import documents, inbox, law, page, teams, turns
from bench.service import running

console = Console()


def machine() -> str:
    """What the figures were measured on."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        "?",
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores ({cpu}), {memory:.0f} GiB, Python {platform.python_version()}"


def main() -> None:
    """Run them all; progress as they go."""
    console.print(f"Machine: {machine()}")
    console.print("The law ...")
    table = Table("The law", "figure")
    for name, rate in law.rates().items():
        table.add_row(name, rate)
    console.print(table)
    console.print("The documents ...")
    table = Table("A referral with every field filled in", "figure")
    for name, figure in documents.rates().items():
        table.add_row(name, figure)
    console.print(table)
    console.print("The chat page ...")
    table = Table("Opened in Chromium", *page.COLUMNS)
    for name, figures in page.figures().items():
        table.add_row(name, *figures)
    console.print(table)
    console.print("The inbox ...")
    table = Table(f"The inbox with {inbox.DRAFTS:,} drafts on SQLite (median)", "milliseconds")
    for name, taken in inbox.timings().items():
        table.add_row(name, f"{taken:.0f}")
    console.print(table)
    console.print("Teams ...")
    table = Table(f"{teams.CHATS * teams.EACH} messages in {teams.CHATS} Teams conversations at once", "figure")
    for name, figure in teams.figures().items():
        table.add_row(name, figure)
    console.print(table)
    console.print("The service ...")
    with running() as service:
        table = Table("The service", "figure")
        table.add_row("start to ready", f"{service.start_seconds:.1f} s")
        table.add_row("memory when ready", f"{service.memory_mb():.0f} MB")
        grown = asyncio.run(turns.growth(service.address))
        rates = {n: asyncio.run(turns.throughput(service.address, n, max(6, 120 // n))) for n in (1, 10, 50)}
        table.add_row("memory after the load", f"{service.memory_mb():.0f} MB")
    console.print(table)
    console.print("The same model with Rasa's own SQL tracker store ...")
    from bench.peer import stock_store

    stock = stock_store()
    table = Table("Milliseconds a turn (median)", "turn 5", "turn 50", "turn 150", "turn 150 / turn 5")
    for name, found in (("ours, over HTTP", grown), ("Rasa's SQL tracker store, in process", stock)):
        table.add_row(name, *(f"{found[turn]:.0f}" for turn in (5, 50, 150)), f"{found[150] / found[5]:.1f}")
    console.print(table)
    table = Table("Conversations at once", "turns a second", "95th percentile, ms")
    for at_once, (each_second, slowest) in rates.items():
        table.add_row(str(at_once), f"{each_second:.0f}", f"{slowest:.0f}")
    console.print(table)


if __name__ == "__main__":
    main()
