"""What fails beside the tests fails the whole, with its name at the end."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


def beside(make: str, tests: str) -> tuple[int, list[str]]:
    """The exit code and the lines, where this program stands for make and that one for the tests."""
    command = [sys.executable, "-m", "tests.beside", "lint", "types", "--", tests]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"MAKE": make}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.split("\n")


def test_all_is_well_when_every_check_and_the_tests_are() -> None:
    code, lines = beside("true", "true")
    assert code == 0
    assert [line.split(" (")[0] for line in lines if line] == ["lint: good", "types: good"]


@pytest.mark.parametrize(
    ("make", "tests", "failed"),
    [("false", "true", "lint, types"), ("true", "false", "tests"), ("false", "false", "lint, types, tests")],
)
def test_what_failed_is_named_last(make: str, tests: str, failed: str) -> None:
    code, lines = beside(make, tests)
    assert code == 1
    assert lines[-2:] == [f"FAILED: {failed}", ""]
