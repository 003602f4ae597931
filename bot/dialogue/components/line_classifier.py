"""Tells lines apart by words, pieces of words and sentence vectors; kept as plain numbers and words, no pickle."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

NUMBERS, NAMES = "numbers.npz", "names.json"
WORD = r"(?u)\b\w+\b"  # single letters too: "a 2 y o"
Numbers = NDArray[np.float32]


def words(**more: Any) -> TfidfVectorizer:
    """Words and pairs of words."""
    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, token_pattern=WORD, **more)


def pieces(**more: Any) -> TfidfVectorizer:
    """Pieces of words, up to four letters: what survives a typing mistake."""
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True, min_df=2, **more)


@dataclass(slots=True)
class LineClassifier:
    """A linear support vector machine, one against the rest, over both kinds of features."""

    words: TfidfVectorizer
    pieces: TfidfVectorizer
    classes: list[str]
    weights: Numbers
    """One row a class: first the words, then the pieces, then the sentence vector."""
    offsets: Numbers

    @classmethod
    def fit(
        cls, texts: Sequence[str], vectors: Numbers, labels: Sequence[str], *, strictness: float, **more: Any
    ) -> LineClassifier:
        """Learn from lines, their sentence vectors (a row each) and what they are. `strictness`: scikit-learn's C."""
        parts = words(), pieces()
        found = hstack([*(part.fit_transform(texts) for part in parts), csr_matrix(vectors)]).tocsr()
        machine = LinearSVC(C=strictness, random_state=7, **more).fit(found, labels)
        return cls(parts[0], parts[1], machine.classes_.tolist(), machine.coef_.astype(np.float32), machine.intercept_)

    def margins(self, texts: Sequence[str], vectors: Numbers) -> Numbers:
        """How far each line lies on each class's side: a row a line, a column a class (one column if there are two
        classes: how far on the second's side)."""
        found = hstack([self.words.transform(texts), self.pieces.transform(texts)]).tocsr()
        place = found.shape[1]
        margins: Numbers = found @ self.weights[:, :place].T + vectors @ self.weights[:, place:].T + self.offsets
        return margins

    def knows_a_word(self, text: str) -> bool:
        """Whether any whole word of the text was in the lines learnt from."""
        return bool(self.words.transform([text]).nnz)

    def write(self, folder: Path) -> None:
        """Keep it in a folder."""
        parts = self.words, self.pieces
        terms = [[term for term, _ in sorted(part.vocabulary_.items(), key=lambda item: item[1])] for part in parts]
        names = {"classes": self.classes, "words": terms[0], "pieces": terms[1]}
        (folder / NAMES).write_text(json.dumps(names), encoding="utf-8")
        rarity = {"words": self.words.idf_, "pieces": self.pieces.idf_}
        np.savez_compressed(folder / NUMBERS, weights=self.weights, offsets=self.offsets, **rarity)

    @classmethod
    def read(cls, folder: Path) -> LineClassifier:
        """The one that was kept."""
        names = json.loads((folder / NAMES).read_text(encoding="utf-8"))
        numbers = np.load(folder / NUMBERS, allow_pickle=False)
        found = words(vocabulary=_places(names["words"])), pieces(vocabulary=_places(names["pieces"]))
        for part, name in zip(found, ("words", "pieces"), strict=True):
            part.idf_ = numbers[name]
        return cls(found[0], found[1], names["classes"], numbers["weights"], numbers["offsets"])


def _places(terms: list[str]) -> dict[str, int]:
    return {term: place for place, term in enumerate(terms)}
