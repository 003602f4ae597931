"""Slips of the finger in words that matter: "bimringham", "fostr care", "immediatly"."""

from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from bot.reading.hear import gazetteer, patterns
from bot.reading.hear.words import vocabulary

_SHORTEST = 5  # shorter words are a slip away from too many others
_LONGEST = 30  # longer ones are none


def mended(doc: Doc) -> Doc | None:
    """The words with each unknown one put right that is a slip away from one word that hearing knows; None when all
    are known or none can be put right.

    One letter may be missing, added, wrong or swapped with its neighbour, two in words of eight letters and more; the
    first letter stands.
    """
    words = [_right(token.text) for token in doc]
    return Doc(vocabulary(), words=words) if words != [token.text for token in doc] else None


@lru_cache(maxsize=4)
def _known(places: frozenset[str]) -> dict[str, list[str]]:
    words: Iterable[str] = {*places, *patterns.words()}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= _SHORTEST and word.isalpha():
            by_letter.setdefault(word[0], []).append(word)
    return by_letter


@cache
def _real() -> frozenset[str]:
    return patterns.written()


def _right(word: str) -> str:
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or word in _real():
        return word
    slips = 2 if len(word) >= 8 else 1
    near = process.extract(
        word, _known(gazetteer.place_names()).get(word[0], ()), scorer=OSA.distance, score_cutoff=slips, limit=None
    )
    nearest = [known for known, off, _ in near if off == near[0][1]]
    if not nearest or any(OSA.distance(nearest[0], other, score_cutoff=2) > 2 for other in nearest[1:]):
        return word  # unknown, or it may be either of two words that are not forms of one
    return max(nearest, key=len)
