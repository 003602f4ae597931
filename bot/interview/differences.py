"""What differs between two results of the same case: for corrections, and for what-ifs that change nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.guidance.model import Pack

Statuses = Mapping[str, str]
"""Outcome to "applies" or "possible"."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Outcomes that now apply, may now apply, apply for sure no longer, and are out."""

    now: tuple[str, ...]
    maybe: tuple[str, ...]
    no_longer_sure: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.now or self.maybe or self.no_longer_sure or self.gone)


def differences(before: Statuses, after: Statuses) -> Differences:
    """Compare outcome by outcome, in the order of each result."""
    return Differences(
        now=tuple(name for name, status in after.items() if status == "applies" and before.get(name) != "applies"),
        maybe=tuple(name for name, status in after.items() if status == "possible" and name not in before),
        no_longer_sure=tuple(
            name for name, status in before.items() if status == "applies" and after.get(name) == "possible"
        ),
        gone=tuple(name for name in before if name not in after),
    )


def in_words(found: Differences, pack: Pack, *, supposed: bool = False) -> str:
    """A list in plain words; `supposed`: "would apply" instead of "now applies"."""
    leads = (
        (found.now, "Would apply" if supposed else "Now applies"),
        (found.maybe, "Could apply" if supposed else "May now apply"),
        (found.no_longer_sure, "No longer certain"),
        (found.gone, "Would not be in the result any more" if supposed else "Not in the result any more"),
    )
    said = ((lead, "; ".join(pack.wording[name].title for name in names)) for names, lead in leads)
    return "\n".join(f"- {lead}: {titles}." for lead, titles in said if titles)
