"""Characters that Typst's own fonts can draw. A PDF/UA-1 may hold no other, and the compiler refuses one that does."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from bot.referrals.record.text import JOINERS

PLAIN = range(0x20, 0x7F)
UNSEEN = re.compile("[\ufe0e\ufe0f]|\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])")
"""What selects or joins emoji."""
SYMBOLS = ("So", "Sk")
"""Emoji and their skin tones."""


@cache
def ranges() -> tuple[tuple[int, int], ...]:
    """First and last code point of each run, ascending (drawable.txt, which coverage.py writes)."""
    lines = files("bot.documents.pdf").joinpath("drawable.txt").read_text(encoding="ascii").splitlines()
    pairs = (line.split("-") for line in lines if not line.startswith("#"))
    return tuple((int(first, 16), int(last, 16)) for first, last in pairs)


def is_drawable(character: str) -> bool:
    """Whether the fonts have it; line breaks, tabs and joiners count as drawable."""
    code = ord(character)
    if code in PLAIN or character in "\n\t" or character in JOINERS:
        return True
    place = bisect_right(ranges(), (code, 0x110000)) - 1
    return place >= 0 and ranges()[place][1] >= code


def drawn(text: str, *, only_plain: bool = False) -> str:
    """The text with a note in square brackets for what cannot be drawn: a symbol's name, or how many characters.

    `only_plain` takes ASCII alone for drawable.
    """
    if text.isascii():
        return text
    able = str.isascii if only_plain else is_drawable
    seen = UNSEEN.sub("", text)
    runs = ("".join(run) if can else _noted("".join(run)) for can, run in groupby(seen, able))
    return "".join(runs)


def _noted(run: str) -> str:
    if all(unicodedata.category(character) in SYMBOLS for character in run):
        return "".join(f"[{unicodedata.name(c, 'symbol').lower()}]" for c in run)
    return f"[{len(run)} character{'' if len(run) == 1 else 's'} that cannot be printed here]"


def drawn_all(value: Any, *, only_plain: bool = False) -> Any:
    """The same for every text in a JSON value."""
    if isinstance(value, str):
        return drawn(value, only_plain=only_plain)
    if isinstance(value, list):
        return [drawn_all(each, only_plain=only_plain) for each in value]
    if isinstance(value, dict):
        return {key: drawn_all(each, only_plain=only_plain) for key, each in value.items()}
    return value
