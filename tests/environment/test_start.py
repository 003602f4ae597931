"""A start says nothing that only a developer of a dependency could act on, and a new data folder trains nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bot.rasa.train import train_if_changed
from tests.conftest import ROOT


def test_a_start_on_a_new_data_folder_says_no_warning_and_trains_nothing(tmp_path: Path) -> None:
    train_if_changed(ROOT, ROOT / "models")
    done = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", "understand", "--stdin-lines"],
        input='{"text": "who decides?"}', cwd=ROOT, env={**os.environ, "CSPR_DATA_DIR": str(tmp_path / "new")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert not (tmp_path / "new").exists()
