"""Classifiers judged on authors they have not read: the table of docs/nlu.md (`python -m evaluation.authors`)."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import numpy as np
import yaml
from rich.console import Console
from rich.table import Table
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC

from bot.dialogue.components.topics_model import pieces, words
from evaluation.__main__ import ROOT, lines

SETTINGS = ((2, (1, 4), 0.3, None), (2, (2, 5), 0.3, None), (2, (2, 5), 0.15, None), (3, (2, 5), 0.3, "balanced"))
"""Longest run of words, lengths of pieces, C, class weight; the first is what the guide uses."""


def training_lines() -> list[tuple[str, str, str]]:
    """Author's folder, intent and line, of everything in data/nlu."""
    found = []
    for file in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            texts = [line[2:] for line in block["examples"].splitlines() if line.startswith("- ")]
            found += [(Path(file).parent.name, block["intent"], text) for text in texts]
    return found


def _model(longest: int, lengths: tuple[int, int], strictness: float, weight: str | None) -> Pipeline:
    parts = make_union(words().set_params(ngram_range=(1, longest)), pieces().set_params(ngram_range=lengths))
    return make_pipeline(parts, LinearSVC(C=strictness, class_weight=weight, random_state=7))


def main() -> None:
    """Each author's lines held out in turn, then the development set."""
    authors, intents, texts = (np.array(column) for column in zip(*training_lines(), strict=True))
    wanted = lines("utterances.dev.jsonl")
    table = Table("word / piece / C / weight", "authors held out", "development set, first", "first three", "seconds")
    for longest, lengths, strictness, weight in SETTINGS:
        began = time.perf_counter()
        model = partial(_model, longest, lengths, strictness, weight)
        shares = [
            model().fit(texts[authors != a], intents[authors != a]).score(texts[authors == a], intents[authors == a])
            for a in np.unique(authors)
        ]
        fitted = model().fit(texts, intents)
        order = np.argsort(-fitted.decision_function([line["text"] for line in wanted]), axis=1)
        best = [[fitted.classes_[place] for place in row[:3]] for row in order]
        first = np.mean([found[0] in line["topics"] for found, line in zip(best, wanted, strict=True)])
        three = np.mean([bool(set(found) & set(line["topics"])) for found, line in zip(best, wanted, strict=True)])
        seconds = f"{time.perf_counter() - began:.0f}"
        name = f"1-{longest} / {lengths[0]}-{lengths[1]} / {strictness} / {weight or 'even'}"
        table.add_row(name, f"{np.mean(shares):.3f}", f"{first:.3f}", f"{three:.3f}", seconds)
    Console().print(table)


if __name__ == "__main__":
    main()
