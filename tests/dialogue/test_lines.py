"""A line to learn from is read once, however often a model is trained."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.sentences import lines
from bot.sentences.encoder import Encoder
from bot.sentences.lines import read_lines, say_on_stderr

TEXTS = ["who can refer?", "how long does it take", "who can refer?", ""]


class Counting(Encoder):
    """Remembers what it read."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def encode_one(self, text: str) -> lines.Vectors:
        self.seen.append(text)
        return super().encode_one(text)


@pytest.fixture
def encoder() -> Counting:
    return Counting()


def quiet(_done: int, _of: int) -> None:
    """Tells nobody."""


def test_lines_are_read_as_messages_are(encoder: Counting, tmp_path: Path) -> None:
    assert np.array_equal(read_lines(TEXTS, encoder, tmp_path / "lines.npz", quiet), Encoder().encode(TEXTS))


def test_what_was_read_is_not_read_again(encoder: Counting, tmp_path: Path) -> None:
    first = read_lines(TEXTS, encoder, tmp_path / "lines.npz", quiet)
    assert sorted(encoder.seen) == sorted(set(TEXTS))
    encoder.seen.clear()
    assert np.array_equal(read_lines(TEXTS, encoder, tmp_path / "lines.npz", quiet), first)
    read_lines(["a new line", *TEXTS], encoder, tmp_path / "lines.npz", quiet)
    assert encoder.seen == ["a new line"]


def test_lines_that_are_gone_are_not_kept(encoder: Counting, tmp_path: Path) -> None:
    read_lines(TEXTS, encoder, tmp_path / "lines.npz", quiet)
    read_lines(["another line"], encoder, tmp_path / "lines.npz", quiet)
    encoder.seen.clear()
    read_lines(TEXTS[:1], encoder, tmp_path / "lines.npz", quiet)
    assert encoder.seen == TEXTS[:1]


def test_what_another_encoder_read_counts_for_nothing(
    encoder: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_encoder_mark", lambda: "another")
    read_lines(TEXTS[:1], encoder, tmp_path / "lines.npz", quiet)
    monkeypatch.undo()
    read_lines(TEXTS[:1], encoder, tmp_path / "lines.npz", quiet)
    assert encoder.seen == TEXTS[:1] * 2


@pytest.mark.parametrize("damaged", [b"", b"words", b"PK\x03\x04 half a file"])
def test_a_damaged_file_is_made_anew(encoder: Counting, tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "lines.npz").write_bytes(damaged)
    read_lines(TEXTS[:1], encoder, tmp_path / "lines.npz", quiet)
    encoder.seen.clear()
    read_lines(TEXTS[:1], encoder, tmp_path / "lines.npz", quiet)
    assert encoder.seen == []


def test_it_tells_how_many_of_the_new_lines_are_read(encoder: Counting, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    read_lines(TEXTS, encoder, tmp_path / "lines.npz", lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("of", [1, 7, 15_849])
def test_in_a_pipe_a_few_lines_say_how_far_it_is(of: int, capsys: pytest.CaptureFixture[str]) -> None:
    for done in range(1, of + 1):
        say_on_stderr(done, of)
    said = capsys.readouterr().err.splitlines()
    assert 1 <= len(said) <= 5
    assert said[-1].endswith(f"{of:,} of {of:,}")
