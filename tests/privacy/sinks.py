"""Everything that leaves the service or is kept by it, gathered while markers are planted in it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path


class Everything(logging.Handler):
    """Keeps every record of every logger, formatted, with its traceback."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@dataclass
class Sinks:
    """Text by sink."""

    text: dict[str, str] = field(default_factory=dict)

    def add(self, sink: str, *texts: str) -> None:
        """What came out there."""
        self.text[sink] = "\n".join((self.text.get(sink, ""), *texts))


def raw(folder: Path) -> str:
    """The bytes of every file of the database."""
    return "".join(file.read_bytes().decode("latin-1") for file in sorted(folder.glob("guide.db*")))
