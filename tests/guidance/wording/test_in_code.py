"""A sentence about law, process or safety stands in the guidance, and nothing there is said by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.guidance.says import say
from bot.guidance.wording.in_code import sentences_in_code, strange_keys


def program(folder: Path, code: str) -> Path:
    """A program of one file."""
    (folder / "bot").mkdir()
    (folder / "bot" / "said.py").write_text(code, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "words",
    [
        "If a child is in danger now, call 999.",
        "The council must notify the Panel within five days.",
        "Your safeguarding lead decides what happens.",
        "This is **not a referral**. Wait for an answer.",
        "Speak to children's services first, then come back.",
    ],
)
def test_a_sentence_of_law_or_process_is_found(tmp_path: Path, words: str) -> None:
    (fault,) = sentences_in_code(program(tmp_path, f'"""Says it."""\n\nTEXT = f"{words} {{3}}"\n'))
    assert str(fault).startswith("bot/said.py:3: (string): found '")


@pytest.mark.parametrize(
    "code",
    [
        'def ask() -> None:\n    """The council must be told by the lead."""\n',
        'ASK = "Which council looked after the child?"\n',
        'BUTTON = "Talk to the lead"\n',
        'ERROR = "Enter the date on which it happened, like 3 4 2026."\n',
    ],
)
def test_docstrings_questions_buttons_and_errors_may_stay(tmp_path: Path, code: str) -> None:
    assert list(sentences_in_code(program(tmp_path, code))) == []


def test_keys_that_are_missing_unsaid_or_doubled_are_found(tmp_path: Path) -> None:
    texts = tmp_path / "texts.yaml"
    texts.write_text("one: {said: x, twice: x, unsaid: x}\ntwo: {twice: x}\n", encoding="utf-8")
    code = program(tmp_path, 'say("said")\nsay("twice")\nsay("missing")\n')
    assert [str(fault) for fault in strange_keys(code, texts)] == [
        "bot/said.py:3: say('missing'): found no such key, expected one of guidance/conversation.yaml",
        "conversation.yaml:1: twice: found the same key in two groups, expected each key once",
        "conversation.yaml:1: unsaid: found a text that nothing says, expected a key that the program uses",
    ]


def test_the_programs_own_words_and_keys_have_no_fault() -> None:
    assert [str(fault) for fault in (*sentences_in_code(), *strange_keys())] == []


def test_places_are_filled_in() -> None:
    assert "CSPR-7K4M-92QX" in say("draft_ready", reference="CSPR-7K4M-92QX")
    with pytest.raises(KeyError):
        say("draft_ready", name="x")
