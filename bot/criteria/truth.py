"""Kleene's three-valued logic: false < unknown < true; `all` is the least, `any` the greatest, `not` the mirror."""

from __future__ import annotations

from enum import IntEnum


class Truth(IntEnum):
    """A truth value. Unknown is never no."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE


def negation(value: Truth) -> Truth:
    """True for false, false for true, unknown for unknown."""
    return Truth(TRUE - value)
