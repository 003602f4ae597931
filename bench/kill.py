"""`python -m bench.kill`: the test of tests/kill at length, on SQLite and PostgreSQL, and a table of what was found."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.rasa.train import train_if_changed
from tests import databases
from tests.kill.killed import ROOT, Found, submit_and_kill


def main() -> None:
    """Submit and kill as often as asked; exit code 1 when anything was lost, doubled or half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=1000, help="for each database")
    parser.add_argument("--kills", type=int, default=100, help="for each database")
    parser.add_argument("--seed", type=int, default=20261123)
    asked = parser.parse_args()
    model = train_if_changed(ROOT, ROOT / "models")
    table = Table("Database", "submitted", "killed", "requests cut off", "mails that came twice", "seconds", "wrong")
    wrong: list[str] = []
    for backend in databases.BACKENDS:
        began = time.perf_counter()
        found = _run(backend, model, asked.submissions, asked.kills, asked.seed)
        seconds = f"{time.perf_counter() - began:.0f}"
        figures = (found.accepted, found.kills, found.unanswered, found.repeated_mails, seconds, len(found.wrong))
        table.add_row(backend, *map(str, figures))
        wrong += found.wrong
    Console().print(f"Seed {asked.seed}", table, *wrong)
    sys.exit(1 if wrong else 0)


def _run(backend: str, model: Path, submissions: int, kills: int, seed: int) -> Found:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if backend == "sqlite":
            url = databases.sqlite_copy(databases.sqlite_template(folder), folder / "service")
            return submit_and_kill(url, folder, model, submissions=submissions, kills=kills, seed=seed)
        with databases.postgresql_server(folder) as server, databases.postgresql_database(server) as made:
            url = made.render_as_string(hide_password=False)
            return submit_and_kill(url, folder, model, submissions=submissions, kills=kills, seed=seed)


if __name__ == "__main__":
    main()
