"""Words with capitals that belong to a place, an institution or an agency, and stay."""

from __future__ import annotations

from bot.redaction.names.token import Token
from bot.redaction.names.words import kept, phrases, places

SURNAMES_TOO = frozenset(
    "ward green hill park wood heath cross hall bridge rose house manor grove church street lane".split()
)
DETERMINERS = frozenset({"the", "our", "little"})
LONGEST = 4
"""Words of the longest place name looked for."""


def kept_words(words: list[Token], text: str) -> set[int]:
    """The numbers of the words that stay: places of several words, and what ends or begins like an institution."""
    return _places(words, text) | _institutions(words, text)


def _places(words: list[Token], text: str) -> set[int]:
    found: set[int] = set()
    for first in range(len(words)):
        for last in range(min(len(words), first + LONGEST), first + 1, -1):
            run = words[first:last]
            if _is_kept(text[run[0].start : run[-1].end]):
                found.update(range(first, last))
                break
    return found


def _is_kept(written: str) -> bool:
    low = written.lower()
    return low in phrases() or (written[0].isupper() and low.replace("-", " ") in places())


def _institutions(words: list[Token], text: str) -> set[int]:
    """ "Good Hope Hospital", "HMP Birmingham", "St Cuthbert's": the run of capitals beside such a word."""
    found: set[int] = set()
    endings, openings = kept("institutions"), kept("opens")
    for number, word in enumerate(words):
        if word.low in endings and not _is_surname(words, number, text):
            back = number - 1
            while back >= 0 and number - back <= 3 and _part_of(words[back], words[back + 1], text):
                found.add(back)
                back -= 1
        following = words[number + 1] if number + 1 < len(words) else None
        if following is not None and _opens(word, openings) and following.capital and _close(text, word, following):
            found.add(number + 1)
    return found


def _opens(word: Token, openings: frozenset[str]) -> bool:
    return word.text[0].isupper() and word.low in openings and not (word.opens and word.low in DETERMINERS)


def _is_surname(words: list[Token], number: int, text: str) -> bool:
    """ "Bridget Ward", "Marcus Green": the ending of a place, after one first name and with a capital."""
    word, before = words[number], words[number - 1] if number else None
    if before is None or not word.capital or word.low not in SURNAMES_TOO or not _close(text, before, word):
        return False
    if number > 1 and words[number - 2].low in ("the", "on", "in", "at"):
        return False
    return before.capital and before.first_name and not before.ordinary and not before.place


def _part_of(word: Token, following: Token, text: str) -> bool:
    """Whether this word goes with the institution that follows: "Queen's Hospital" yes, "Ibrahim's nursery" no."""
    if not word.text[0].isupper() or not _close(text, word, following):
        return False
    return not (word.owns and word.first_name and not word.ordinary and not following.capital)


def _close(text: str, left: Token, right: Token) -> bool:
    return text[left.end : right.start] in (" ", "'s ", "’s ", "-", "' ")
