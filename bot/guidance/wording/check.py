"""All that is checked about words: plain enough, abbreviations explained, nothing against referring."""

from __future__ import annotations

from collections.abc import Iterator

from bot.guidance.fault import Fault
from bot.guidance.packs import Edition
from bot.guidance.wording.abbreviations import unexplained
from bot.guidance.wording.discouraging import discouraging
from bot.guidance.wording.reading_age import too_hard


def wording_faults(edition: Edition) -> Iterator[Fault]:
    """Every fault in the words of one area's edition."""
    for check in (too_hard, unexplained, discouraging):
        yield from check(edition)
