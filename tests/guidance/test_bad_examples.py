"""Each mistake that can be made in a pack has an example, and its message is exactly this."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from bot.commands.guidance_check import check_guidance
from bot.guidance.fault import Fault
from tests.guidance.folders import BAD, GOOD, HERE, laid_over

EXAMPLES = sorted(path for path in BAD.iterdir() if path.is_dir())
ROOT = HERE.parent.parent
SAYING = ("fault", "__init__")
"""Functions that only pass a message on."""


def faults_of(example: Path, folder: Path) -> list[str]:
    _, faults = check_guidance(laid_over(GOOD, example, folder))
    return [str(fault) for fault in faults]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_mistake_is_named_with_file_line_key_found_and_expected(example: Path, tmp_path: Path) -> None:
    expected = (example / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected
    assert faults_of(example, tmp_path / "guidance") == expected


def test_the_guidance_that_the_bad_examples_spoil_is_good() -> None:
    _, faults = check_guidance(GOOD)
    assert faults == []


def test_a_folder_without_the_national_pack_is_refused(tmp_path: Path) -> None:
    _, faults = check_guidance(tmp_path)
    assert [str(f) for f in faults] == [
        f"{tmp_path}:1: (folder): found no folder 'national', expected the national pack"
    ]


def test_every_message_has_a_bad_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[tuple[str, int]] = set()
    real = Fault.__init__

    def listening(self: Fault, *args: Any, **kwargs: Any) -> None:
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code.co_name in SAYING:
            frame = frame.f_back
        if frame is not None:
            said.add((frame.f_code.co_filename, frame.f_lineno))
        real(self, *args, **kwargs)

    monkeypatch.setattr(Fault, "__init__", listening)
    check_guidance(tmp_path / "nowhere")
    for example in EXAMPLES:
        faults_of(example, tmp_path / example.name)
    unsaid = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (*(ROOT / "bot/guidance").rglob("*.py"), ROOT / "bot/criteria/soundness.py")
        if file.name != "in_code.py"  # about the program, not a pack: tests/guidance/wording/test_in_code.py
        for call in messages(file)
        if not any((str(file), line) in said for line in range(call.lineno, (call.end_lineno or call.lineno) + 1))
    ]
    assert unsaid == []


def messages(file: Path) -> Iterator[ast.Call]:
    """The calls that say what is wrong; not those inside the functions that pass a message on."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    passing_on = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in SAYING]
    inside = {id(call) for function in passing_on for call in ast.walk(function)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and id(node) not in inside:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("fault", "Fault"):
                yield node
