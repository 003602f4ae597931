"""What a lead types in their own words: how long it may be, and whether it says anything."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from bot.referrals.record.text import clean

WORD = re.compile(r"\w{2,}")


def text_fault(what: str, typed: str, most: int) -> str:
    """A sentence on what is wrong with the text; empty where nothing is. `what` names it: "reason"."""
    try:
        length = len(str(clean(typed)))
    except PydanticCustomError as fault:
        return f"The {what} {fault.message()}"
    return f"The {what} must be {most:,} characters or fewer: found {length:,}" if length > most else ""


def words_in(typed: str) -> int:
    """How many words of two characters or more it has: "a" and "." are no reason."""
    return len(WORD.findall(typed))
