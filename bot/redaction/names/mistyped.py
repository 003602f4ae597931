"""Whether a word may be an ordinary one with a slip of the finger."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from bot.redaction.names.words import listed

LONGEST = 23
"""Letters: one more than the longest ordinary word has."""


def is_mistyped(word: str) -> bool:
    """Whether one letter more, less, other or swapped makes it an ordinary word (Damerau's four slips).

    Looking up each slip takes a fifth of a millisecond; rapidfuzz, over the words of like length, ten times that.
    """
    words = listed("words")
    return len(word) <= LONGEST and any(slip in words for slip in _slips(word))


def _slips(word: str) -> Iterator[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for left, right in cuts:
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in ascii_lowercase:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]
