"""What a save changed: old and new, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bot.referrals.record.in_words import Row, RowStanding, flat, groups_in_words
from bot.referrals.record.record import Record
from bot.referrals.record.situation import Situation
from bot.referrals.record.store import Saved

EVERYTHING = Situation()
"""Nothing known of the case: then every field is shown, and none is called needed."""


@dataclass(frozen=True)
class Change:
    """One field's old and new value; empty where there is none."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Edit:
    """What one save changed."""

    version: int
    actor: str
    at: datetime | None
    changes: tuple[Change, ...]


def changes(before: Record, after: Record) -> tuple[Change, ...]:
    """What differs, in the order of the form."""
    old, new = (flat(groups_in_words(record, EVERYTHING)) for record in (before, after))
    paths = [*new, *(path for path in old if path not in new)]
    found = ((path, _value(old.get(path)), _value(new.get(path))) for path in paths)
    return tuple(Change((new.get(p) or old[p]).label, was, now) for p, was, now in found if was != now)


def edits(saved: Sequence[Saved]) -> list[Edit]:
    """What each save but the first changed, oldest first."""
    return [Edit(b.version, b.actor, b.at, changes(a.record, b.record)) for a, b in pairwise(saved)]


def _value(row: Row | None) -> str:
    return row.value if row and row.standing in (RowStanding.TOLD, RowStanding.UNKNOWN) else ""
