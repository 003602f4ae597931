"""How well days are read, by voice and by kind: `python -m evaluation.dates [--wrong]`.

The phrases were written before the grammar that reads them. A value is a day, EDTF where less is said, or
null where the phrase says no day at all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from rich.console import Console
from rich.table import Table

from bot.criteria.facts import plain
from bot.reading.hear import Heard, hear

NOT_KINDS = frozenset({"today", "question", "told"})
QUESTIONS = {"not yet": "notified_on"}
ONGOING = "ongoing"


class Phrase(NamedTuple):
    """One phrase as it was meant and heard."""

    voice: str
    kind: str
    text: str
    meant: str | None
    heard: Heard

    @property
    def found(self) -> str | None:
        """What was heard: a day, EDTF, "not_yet", or the day that there is not; None for no day."""
        if self.heard.says:
            return self.heard.says.removeprefix("There is no ").partition(".")[0]
        value = None if self.heard.value is None else plain(self.heard.value)
        return str(value) if value not in (None, "unknown") else ONGOING if self.meant == ONGOING and value else None

    @property
    def right(self) -> bool:
        """Whether it is what was meant; "still going on" is heard as a day not known."""
        return self.found == self.meant

    @property
    def misled(self) -> bool:
        """Whether a wrong value was heard as sure."""
        return self.heard.sure and self.found is not None and not self.right


def phrases() -> Iterator[Phrase]:
    """Every phrase, heard as the reply to a question for a date."""
    for file in sorted(Path(__file__).parent.glob("*.yaml")):
        for group in yaml.safe_load(file.read_text(encoding="utf-8")):
            for kind, rows in group.items():
                if kind not in NOT_KINDS:
                    yield from _heard(file.stem, kind, rows, group)


def _heard(voice: str, kind: str, rows: dict[str, Any], group: dict[str, Any]) -> Iterator[Phrase]:
    question = QUESTIONS.get(kind, group.get("question", "incident_on"))
    for text, meant in rows.items():
        value = meant.isoformat() if isinstance(meant, date) else meant
        heard = hear(question, str(text), group["today"], told=group.get("told"))
        yield Phrase(voice, kind, str(text), None if value is None else str(value), heard)


def table_of(found: list[Phrase]) -> Table:
    """Right of all, by kind and by voice, with what was wrong and sure."""
    table = Table("kind", "right", "of", "wrong and sure")
    for kind in dict.fromkeys([*(phrase.kind for phrase in found), *(phrase.voice for phrase in found), "all"]):
        group = [phrase for phrase in found if kind in (phrase.kind, phrase.voice, "all")]
        right, misled = (sum(getattr(phrase, what) for phrase in group) for what in ("right", "misled"))
        table.add_row(kind, str(right), str(len(group)), str(misled))
    return table


def main() -> None:
    """Print the table; with --wrong each phrase that was misread too."""
    found = list(phrases())
    console = Console(width=140)
    console.print(table_of(found))
    if "--wrong" in sys.argv:
        for phrase in found:
            if not phrase.right:
                console.print(f"{phrase.voice} | {phrase.text} | {phrase.meant} | {phrase.found}", markup=False)


if __name__ == "__main__":
    main()
