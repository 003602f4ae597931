"""A model is trained again when what it learns from has changed, and only then."""

from __future__ import annotations

import shutil
from pathlib import Path

import bot.rasa.ready  # noqa: F401  comes before anything of rasa's

import pytest

from bot.dialogue.components.sentence_vectors import SentenceVectors
from bot.dialogue.components.topics import Topics
from bot.dialogue.model_file import CODE, LINES, NETWORK, SOURCES, code_fingerprint, fingerprint, meaning
from tests.conftest import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a model depends on, and of what stands beside it."""
    for name in (*SOURCES, LINES, *CODE, *NETWORK, "bot/dialogue/components/reader.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    return tmp_path


def changes(checkout: Path, name: str, more: str) -> bool:
    """Whether words added to the end of a file ask for another model."""
    before = fingerprint(checkout)
    with (checkout / name).open("a", encoding="utf-8") as file:
        file.write(more)
    return fingerprint(checkout) != before


@pytest.mark.parametrize("name", ["config.yml", "domain.yml", "data/rules/check.yml", "data/stories/check.yml"])
def test_what_is_learnt_from_asks_for_another_model(checkout: Path, name: str) -> None:
    assert changes(checkout, name, "\nmore: words\n")


@pytest.mark.parametrize("name", [*CODE, *NETWORK])
def test_code_that_training_runs_asks_for_another_model(checkout: Path, name: str) -> None:
    assert changes(checkout, name, "\nmore = 1\n")


@pytest.mark.parametrize("name", [*CODE, "config.yml", "domain.yml", "data/rules/check.yml"])
def test_a_comment_does_not(checkout: Path, name: str) -> None:
    assert not changes(checkout, name, "\n\n# more words\n")


def test_code_that_only_reads_messages_does_not(checkout: Path) -> None:
    assert not changes(checkout, "bot/dialogue/components/reader.py", "\nmore = 1\n")


def test_a_docstring_means_nothing_and_a_default_does() -> None:
    assert meaning('def f(a=1):\n    """One."""\n    return a') == meaning("def f(a=1):\n    return a  # two")
    assert meaning("def f(a=1): return a") != meaning("def f(a=2): return a")


def test_rasa_is_told_of_code_that_it_does_not_see() -> None:
    assert Topics.fingerprint_addon({}) == SentenceVectors.fingerprint_addon({}) == code_fingerprint(ROOT)


def test_a_new_line_to_learn_from_asks_for_another_model(checkout: Path) -> None:
    file = next((checkout / LINES).rglob("*.yml"))
    assert changes(checkout, str(file.relative_to(checkout)), "    - another line\n")


def test_a_line_of_text_that_looks_like_a_comment_is_none(checkout: Path) -> None:
    assert changes(checkout, "domain.yml", "\nmore: |\n  words\n")
    assert changes(checkout, "domain.yml", "  # words\n")
