"""Which Word template an area uses: its own (guidance/<area>/referral.docx) or the one that comes with the guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from bot.documents.word.check import checked

FILE = "referral.docx"


@dataclass(frozen=True)
class Forms:
    """The checked templates, in memory."""

    ours: bytes
    by_area: Mapping[str, bytes]

    def for_area(self, area: str | None) -> bytes:
        """The area's own template, or ours."""
        return self.by_area.get(area or "", self.ours)


@lru_cache(maxsize=4)
def load_forms(guidance: Path) -> Forms:
    """Every template of this guidance folder, read once. Raises TemplateFaults: a faulty one stops the service, as a
    faulty pack does, and not a lead who needs the document.
    """
    ours = files("bot.documents.word").joinpath(FILE).read_bytes()
    own = {file.parent.name: file for file in sorted(guidance.glob(f"*/{FILE}"))}
    return Forms(ours, {area: checked(str(file), file.read_bytes()) for area, file in own.items()})
