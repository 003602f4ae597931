"""Options to choose from, each with its words."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Options(StrEnum):
    """Base of all sets of options. `alone`: cannot be chosen together with others ("none of these")."""

    words: str
    alone: bool

    def __new__(cls, value: str, words: str, alone: bool = False) -> Self:
        """A member: what is stored, what is read."""
        member = str.__new__(cls, value)
        member._value_, member.words, member.alone = value, words, alone
        return member


class YesNo(Options):
    """Unknown is an answer of its own, never a no."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"
