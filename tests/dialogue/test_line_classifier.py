"""A classifier that was kept and read back gives what it gave before."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bot.dialogue.components.line_classifier import LineClassifier

LINES = [
    "who can refer",
    "who may refer a case",
    "is it about blame",
    "are we to blame for this",
    "how long have we got",
    "how long does it take",
]
TOPICS = ["who_can_refer", "who_can_refer", "not_blame", "not_blame", "six_months", "six_months"]
VECTORS = np.eye(6, 8, dtype=np.float32)


def fitted(topics: list[str] = TOPICS) -> LineClassifier:
    return LineClassifier.fit(LINES, VECTORS, topics, strictness=1.0)


def test_it_learns_its_lines() -> None:
    model = fitted()
    best = model.margins(LINES, VECTORS).argmax(axis=1)
    assert [model.classes[place] for place in best] == TOPICS


def test_the_vector_tells_apart_what_words_do_not() -> None:
    model = fitted()
    two = model.margins(["something else", "something else"], VECTORS[[0, 4]])
    assert [model.classes[place] for place in two.argmax(axis=1)] == ["who_can_refer", "six_months"]


def test_what_was_kept_answers_as_before(tmp_path: Path) -> None:
    model = fitted()
    model.write(tmp_path)
    again = LineClassifier.read(tmp_path)
    asked = [*LINES, "who refers?", "blame"]
    vectors = np.random.default_rng(7).normal(size=(8, 8)).astype(np.float32)
    assert again.classes == model.classes
    assert np.allclose(again.margins(asked, vectors), model.margins(asked, vectors), atol=1e-5)


def test_words_never_seen_are_owned_up_to() -> None:
    assert fitted().knows_a_word("who knows")
    assert not fitted().knows_a_word("\u4f60\u597d")


def test_nothing_that_could_run_code_is_kept(tmp_path: Path) -> None:
    fitted().write(tmp_path)
    assert {path.suffix for path in tmp_path.iterdir()} == {".npz", ".json"}
    np.load(tmp_path / "numbers.npz", allow_pickle=False)
