"""Names of many origins are taken out of what is typed; places, agencies and months stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.redaction.names.find import find_names
from evaluation.names import score

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", ["tuned", "heldout"])
def test_nine_names_in_ten_are_found_and_at_most_one_word_in_fifty_that_matters_is_hidden(file: str) -> None:
    got = score((HERE / f"{file}.txt").read_text(encoding="utf-8").splitlines(), find_names)
    assert got.recall >= 0.90
    assert got.hidden * 50 <= got.kept


def test_there_are_sentences_enough_to_go_by() -> None:
    lines = [line for path in HERE.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(set(lines)) >= 300


@pytest.mark.parametrize(
    "text",
    [
        "Has the Panel been told, and does Ofsted need to know?",
        "I work for Walsall Council. Can I refer?",
        "two SCRs and three GPs, the DfE too",
        "It happened on Good Friday in May",
        "he's 3, initials KT",
        "Will he be asked? Hope so. May I go on?",
        "",
        "👍",
        "£$%^&*()",
    ],
)
def test_nothing_is_hidden_where_nobody_is_named(text: str) -> None:
    assert find_names(text) == []


@pytest.mark.parametrize("text", ["A" * 4000, "Ab " * 1300, "x'" * 2000, "-" * 4000, "Zx-Zx" * 800])
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in find_names(text))
