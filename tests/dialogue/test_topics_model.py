"""A classifier that was kept and read back gives what it gave before."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from bot.dialogue.components.topics_model import pieces, read_model, words, write_model

LINES = [
    "who can refer",
    "who may refer a case",
    "is it about blame",
    "are we to blame for this",
    "how long have we got",
    "how long does it take",
]
TOPICS = ["who_can_refer", "who_can_refer", "not_blame", "not_blame", "six_months", "six_months"]


def test_what_was_kept_answers_as_before(tmp_path: Path) -> None:
    model = make_pipeline(make_union(words(), pieces()), LinearSVC(C=1.0)).fit(LINES, TOPICS)
    write_model(model, tmp_path)
    again = read_model(tmp_path)
    asked = [*LINES, "who refers?", "blame", "something else"]
    assert np.allclose(again.decision_function(asked), model.decision_function(asked), atol=1e-5)
    assert again.predict(asked).tolist() == model.predict(asked).tolist()


def test_nothing_that_could_run_code_is_kept(tmp_path: Path) -> None:
    write_model(make_pipeline(make_union(words(), pieces()), LinearSVC()).fit(LINES, TOPICS), tmp_path)
    assert {path.suffix for path in tmp_path.iterdir()} == {".npz", ".json"}
    np.load(tmp_path / "numbers.npz", allow_pickle=False)
