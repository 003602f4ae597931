"""No pack may talk anybody out of referring, however it is put."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.commands.guidance_check import check_guidance
from tests.guidance.folders import GOOD


def found_in(sentence: str, folder: Path) -> bool:
    shutil.copytree(GOOD, folder)
    answers = folder / "national" / "answers.yaml"
    answers.write_text(answers.read_text(encoding="utf-8").replace("As soon as you can.", sentence), encoding="utf-8")
    _, faults = check_guidance(folder)
    return any("suggest not referring" in fault.expected for fault in faults)


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not refer this case.",
        "You don't need to refer it.",
        "There is no need to refer.",
        "It should not be referred.",
        "This case need not be referred.",
        "No referral is needed.",
        "It is not necessary to make a referral.",
        "You may decide against referring.",
        "There is no point in referring it.",
        "You do not have to refer.",
    ],
)
def test_a_sentence_against_referring_is_a_fault(sentence: str, tmp_path: Path) -> None:
    assert found_in(sentence, tmp_path / "guidance")


@pytest.mark.parametrize(
    "sentence",
    [
        "Refer as soon as you can.",
        "Not being sure is no reason to hold back.",
        "A referral for a review does not do that job.",
        "The case should still be referred.",
    ],
)
def test_other_sentences_are_not(sentence: str, tmp_path: Path) -> None:
    assert not found_in(sentence, tmp_path / "guidance")
