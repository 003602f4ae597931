"""What `make` does on machines that differ: any Python may fetch uv, and where that or Python 3.11 is missing, one
sentence says what to install. The machine's programs are scripts here; make, bash and the recipes are the real ones."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOOLS = ("make", "bash", "sh", "mkdir", "cat", "touch", "test", "rm", "cp", "chmod")
UV = """#!/bin/sh
echo "$@" >> asked
case "$1 $2" in
  "python find") exit {found};;
  "python install") exit {fetched};;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder with the Makefile and, in `bin`, the few programs that are on PATH."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "uv.lock"):
        (tmp_path / name).touch()
    (tmp_path / "bin").mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found, name
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def has(machine: Path, path: str, script: str) -> None:
    (machine / path).parent.mkdir(parents=True, exist_ok=True)
    (machine / path).write_text(script)
    (machine / path).chmod(0o755)


def make(machine: Path, target: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine / "bin"), "HOME": str(machine), "LANG": os.environ.get("LANG", "C.UTF-8")}
    return subprocess.run(
        ["make", "--no-print-directory", target],
        cwd=machine,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def python(*, venv: bool, pip: bool) -> str:
    """A Python that only knows what the recipe asks of it."""
    uv = "mkdir -p .tools/uv/bin && echo uv > .tools/uv/bin/uv"
    own = f"mkdir -p .tools/python/bin && cp $0 .tools/python/bin/python && echo '{uv}' > .tools/python/pip"
    return (
        '#!/bin/sh\ncase "$2" in\n'
        f"  venv) {own if venv else 'echo no ensurepip; exit 1'};;\n"
        f"  pip) if test -f .tools/python/pip; then {uv}; else {uv if pip else 'echo no pip; exit 1'}; fi;;\n"
        "esac\n"
    )


@pytest.mark.parametrize("name", ["python3", "python3.11", "python"])
def test_any_python_may_fetch_uv(machine: Path, name: str) -> None:
    has(machine, f"bin/{name}", python(venv=True, pip=False))
    assert make(machine, ".tools/uv/bin/uv").returncode == 0
    assert (machine / ".tools/uv/bin/uv").exists()


def test_where_no_environment_can_be_made_its_pip_does(machine: Path) -> None:
    has(machine, "bin/python3", python(venv=False, pip=True))
    assert make(machine, ".tools/uv/bin/uv").returncode == 0
    assert (machine / ".tools/uv/bin/uv").exists()


def test_without_either_a_sentence_says_what_to_install(machine: Path) -> None:
    has(machine, "bin/python3", python(venv=False, pip=False))
    done = make(machine, ".tools/uv/bin/uv")
    assert done.returncode != 0
    assert "needs pip or venv" in done.stderr


def test_without_python_a_sentence_says_what_to_install(machine: Path) -> None:
    assert "install Python 3.11" in make(machine, ".tools/uv/bin/uv").stderr


def test_a_python_that_is_here_is_used(machine: Path) -> None:
    has(machine, ".tools/uv/bin/uv", UV.format(found=0, fetched=1))
    (machine / ".venv").mkdir()
    assert make(machine, ".venv/.installed").returncode == 0
    assert "python install" not in (machine / "asked").read_text()


def test_where_python_3_11_is_missing_uv_brings_it(machine: Path) -> None:
    has(machine, ".tools/uv/bin/uv", UV.format(found=1, fetched=0))
    (machine / ".venv").mkdir()
    assert make(machine, ".venv/.installed").returncode == 0
    assert "python install --quiet 3.11" in (machine / "asked").read_text()


def test_where_it_cannot_be_fetched_a_sentence_says_what_to_install(machine: Path) -> None:
    has(machine, ".tools/uv/bin/uv", UV.format(found=1, fetched=1))
    done = make(machine, ".venv/.installed")
    assert done.returncode != 0
    assert "Python 3.11 is needed" in done.stderr
    assert "sync" not in (machine / "asked").read_text()
