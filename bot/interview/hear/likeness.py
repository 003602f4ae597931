"""What a reply most likely means, by its likeness to replies composed by hand: its words, and its sentence's meaning.

For each fact a logistic regression a meaning, over the words and the sentence vector. `python -m
bot.interview.hear.learning` learns them from data/replies/ and keeps them as plain numbers in data/likeness.npz.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.interview.hear.composed import NO_REPLY, NONE
from bot.interview.hear.model import UNKNOWN, Value
from bot.interview.hear.sets import SET_FACTS
from bot.interview.hear.words import plain
from bot.sentences.encoder import encoder

KEPT = Path(__file__).parent / "data" / "likeness.npz"
_ALONE = frozenset((UNKNOWN, NO_REPLY, NONE))
_WORD = r"(?u)\b\w+\b"
_MEANING = 4.0  # how much the sentence vector counts beside the words
_ALSO = 0.4  # from this share a meaning of a tick-list is ticked beside a likelier one
Numbers = NDArray[np.float32]


def words(**more: Any) -> TfidfVectorizer:
    """Single words, single letters too."""
    return TfidfVectorizer(sublinear_tf=True, min_df=2, token_pattern=_WORD, **more)


def features(counted: TfidfVectorizer, texts: list[str]) -> csr_matrix:
    """A row a text: its words, then its sentence vector."""
    vectors = csr_matrix(encoder().encode(texts) * _MEANING)
    return hstack([counted.transform([plain(text) for text in texts]), vectors]).tocsr()


@dataclass(frozen=True)
class Likely:
    """A meaning (None: no reply to this question) and how likely it is, from 0 to 1."""

    value: Value
    share: float


class Likeness:
    """What was kept by `learning`."""

    def __init__(self, kept: Path = KEPT) -> None:
        numbers = np.load(kept, allow_pickle=False)
        self._numbers = {name: numbers[name] for name in numbers.files}

    @property
    def learnt_from(self) -> str:
        """The fingerprint of the replies and the network that it was learnt with."""
        return str(self._numbers["learnt_from"])

    @cached_property
    def _words(self) -> TfidfVectorizer:
        counted = words(vocabulary={word: place for place, word in enumerate(self._numbers["words"].tolist())})
        counted.idf_ = self._numbers["rarity"]
        return counted

    def likely(self, question: str, text: str) -> Likely:
        """What the text most likely means as a reply to the question."""
        weights = self._numbers[f"{question}.weights"].astype(np.float32)
        row = features(self._words, [text])
        if not row[:, : len(self._words.vocabulary_)].nnz:
            return Likely(None, 0.0)  # not one known word: an emoji, a slip of the hand, another script
        shares = expit((row @ weights.T)[0] + self._numbers[f"{question}.offsets"])
        by_meaning = dict(zip(self._numbers[f"{question}.meanings"].tolist(), shares.tolist(), strict=True))
        best = max(by_meaning, key=by_meaning.__getitem__)
        value: Value = best
        if best in (NO_REPLY, NONE):
            value = None if best == NO_REPLY else frozenset()
        elif question in SET_FACTS and best != UNKNOWN:
            also = {name for name, share in by_meaning.items() if share >= _ALSO and name not in _ALONE}
            value = frozenset({best} | also)
        return Likely(value, by_meaning[best])


@cache
def likeness() -> Likeness:
    """The one in use."""
    return Likeness()
