"""What of the case decides which fields are asked for. None: not known, so asked for, but not needed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Situation:
    """`old`: over twelve months since it happened."""

    died: bool | None = None
    darlington: bool | None = None
    old: bool | None = None


def both(one: bool | None, other: bool | None) -> bool | None:
    """And, where either may be unknown."""
    if one is False or other is False:
        return False
    return True if one and other else None


def opposite(one: bool | None) -> bool | None:
    """Not, where it may be unknown."""
    return None if one is None else not one
