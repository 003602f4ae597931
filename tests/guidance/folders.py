"""Folders of guidance made for one test: copies of a good one with other files laid over it."""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).parent
REAL = HERE.parent.parent / "guidance"
GOOD = HERE / "good"
BAD = HERE / "bad"
NEXT_EDITION = HERE / "next_edition"


def laid_over(below: Path, above: Path, folder: Path) -> Path:
    """A copy of `below` in `folder`, with the files of `above` added or put in place of its own."""
    shutil.copytree(below, folder)
    shutil.copytree(above, folder, dirs_exist_ok=True)
    return folder
