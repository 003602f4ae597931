"""Which language a message is in: by its script, and in Latin letters by pieces of its words.

Each piece has a weight for each language, the logarithm of how much likelier it is there than in the English that
people write here; the weights are learnt from data/languages, the word lists and our own English lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from bot.reading.languages.known import READ, UNKNOWN, Language, languages, pieces_of, scripts, weights, words_in

SHARE = 0.4
"""How much of a message's letters must be of another script."""
LATIN_ENDS = 0x370


def language_of(text: str) -> Language | None:
    """The language that the message is in, if it is not English; None for English and for what cannot be told."""
    letters = [letter for letter in text[:READ].lower() if letter.isalpha()]
    strange = [letter for letter in letters if ord(letter) >= LATIN_ENDS]
    if len(strange) >= 2 and len(strange) >= SHARE * len(letters):
        return _by_script(strange)
    return _by_pieces(words_in(text))


def _by_script(letters: list[str]) -> Language:
    points = [ord(letter) for letter in letters]
    counts = [(sum(script.low <= point <= script.high for point in points), script.codes) for script in scripts()]
    most, codes = max(counts, key=lambda count: count[0])
    if not most:
        return UNKNOWN
    known = languages()
    return known[next((code for code in codes if known[code].letters & set(letters)), codes[-1])]


def _by_pieces(words: list[str]) -> Language | None:
    table = _table()
    rows = [row for piece in pieces_of(words) if (row := table.rows.get(piece)) is not None]
    if not rows:
        return None
    scores = table.weights[rows].sum(axis=0)
    best = int(scores.argmax())
    sure = scores[best] >= max(table.enough, table.each * len(rows))
    return languages()[table.codes[best]] if sure else None


@dataclass(frozen=True, slots=True)
class _Table:
    codes: list[str]
    rows: dict[str, int]
    weights: np.ndarray[Any, Any]
    enough: float
    each: float


@cache
def _table() -> _Table:
    stored = weights("noticing.npz")
    rows = {piece: row for row, piece in enumerate(stored["pieces"].tolist())}
    return _Table(stored["codes"].tolist(), rows, stored["weights"].astype(np.float32), *stored["least"].tolist())
