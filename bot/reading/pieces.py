"""A message before anything reads it: in a regular shape, and in pieces of a bounded length.

Every reader of text takes a piece, or the opening and the closing of a message. So no pattern, however it backtracks,
can cost more than a constant for each piece, and a message of any shape costs in proportion to its length.
"""

import re
from functools import lru_cache

LONGEST = 1000
"""Characters of a piece: a sentence is shorter."""

_REGULAR = (
    (re.compile(r"[^\S\n]+"), " "),
    (re.compile(r" ?\n[\n ]*"), "\n"),
    (re.compile(r"([^\w\s])\1{3,}"), r"\1\1\1"),
    (re.compile(r"([\W]{20})\W+"), r"\1 "),
    (re.compile(r"(\w{50})\w+"), r"\1"),
)
"""Runs of blanks, of line ends and of one mark; runs of different marks; words that are none."""

_END = re.compile(r"(?<=[.!?]) |\n")
_PAUSE = re.compile(r"(?<=[,;:)-]) ")


@lru_cache(maxsize=32)
def tidied(text: str) -> str:
    """The text with long runs of blanks and marks cut short; what people write on purpose stays as it is."""
    for pattern, replacement in _REGULAR:
        text = pattern.sub(replacement, text)
    return text.strip()


@lru_cache(maxsize=32)
def pieces(text: str, longest: int = LONGEST) -> tuple[str, ...]:
    """The tidied text in pieces of at most `longest` characters, in order: whole sentences where they fit, else cut at
    a comma, else at a blank, else anywhere. One piece for a text that is short enough."""
    rest, found = tidied(text), []
    while len(rest) > longest:
        part = rest[:longest]
        cut = _last(_END, part) or _last(_PAUSE, part) or part.rfind(" ") + 1 or longest
        found.append(rest[:cut].strip())
        rest = rest[cut:]
    return tuple(piece for piece in (*found, rest.strip()) if piece)


def ends(text: str) -> tuple[str, ...]:
    """Where a long message says what it is about: its opening and its closing; the whole of a shorter one."""
    every = pieces(text)
    return every if len(every) < 2 else (every[0], every[-1])


def _last(sign: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in sign.finditer(text)), default=0)
