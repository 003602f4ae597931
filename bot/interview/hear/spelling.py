"""Slips of the finger in words that matter: "bimringham", "fostr care", "immediatly"."""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc

from bot.interview.hear import gazetteer, patterns
from bot.interview.hear.words import vocabulary

_SHORTEST = 5  # shorter words are a slip away from too many others


def mended(doc: Doc) -> Doc | None:
    """The words with each unknown one put right that is a slip away from one word that hearing knows; None when all
    are known or none can be put right.

    One letter may be missing, added, wrong or swapped with its neighbour, two in words of eight letters and more; the
    first letter stands.
    """
    words = [_right(token.text) for token in doc]
    return Doc(vocabulary(), words=words) if words != [token.text for token in doc] else None


@cache
def _known() -> dict[str, list[str]]:
    words: Iterable[str] = {*gazetteer.place_names(), *patterns.words()}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= _SHORTEST and word.isalpha():
            by_letter.setdefault(word[0], []).append(word)
    return by_letter


@cache
def _real() -> frozenset[str]:
    return patterns.written()


def _right(word: str) -> str:
    if len(word) < _SHORTEST or not word.isalpha() or word in _real():
        return word
    slips = 2 if len(word) >= 8 else 1
    off = {known: _slips(word, known, slips) for known in _known().get(word[0], ())}
    least = min(off.values(), default=slips + 1)
    near = [known for known in off if off[known] == least <= slips]
    if not near or any(_slips(near[0], other, 2) > 2 for other in near[1:]):
        return word  # unknown, or it may be either of two words that are not forms of one
    return max(near, key=len)


def _slips(a: str, b: str, most: int) -> int:
    """The optimal string alignment distance of two words, or more than `most`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
