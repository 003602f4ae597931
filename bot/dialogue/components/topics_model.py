"""The classifier's parts, kept as plain numbers and words: no pickle, and nothing slow to load."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC

NUMBERS, NAMES = "numbers.npz", "names.json"
WORD = r"(?u)\b\w+\b"  # single letters too: "a 2 y o"


def words(**more: Any) -> TfidfVectorizer:
    """Words and pairs of words."""
    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, token_pattern=WORD, **more)


def pieces(**more: Any) -> TfidfVectorizer:
    """Pieces of words, up to four letters: what survives a typing mistake."""
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True, min_df=2, **more)


def write_model(model: Pipeline, folder: Path) -> None:
    """Keep a fitted pipeline of these parts."""
    parts, machine = [part for _, part in model[0].transformer_list], model[-1]
    np.savez_compressed(
        folder / NUMBERS,
        weights=machine.coef_.astype(np.float32),
        offsets=machine.intercept_,
        **{f"idf_{number}": part.idf_ for number, part in enumerate(parts)},
    )
    vocabularies = [[term for term, _ in sorted(part.vocabulary_.items(), key=lambda item: item[1])] for part in parts]
    names = {"classes": machine.classes_.tolist(), "vocabularies": vocabularies}
    (folder / NAMES).write_text(json.dumps(names), encoding="utf-8")


def read_model(folder: Path) -> Pipeline:
    """The pipeline that was kept."""
    names = json.loads((folder / NAMES).read_text(encoding="utf-8"))
    numbers = np.load(folder / NUMBERS, allow_pickle=False)
    made = []
    for number, (make, vocabulary) in enumerate(zip((words, pieces), names["vocabularies"], strict=True)):
        part = make(vocabulary={term: place for place, term in enumerate(vocabulary)})
        part.idf_ = numbers[f"idf_{number}"]
        made.append(part)
    machine = LinearSVC()
    machine.coef_, machine.intercept_ = numbers["weights"], numbers["offsets"]
    machine.classes_ = np.array(names["classes"])
    return make_pipeline(make_union(*made), machine)
