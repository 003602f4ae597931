"""The hand-made training lines, with who wrote them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parent.parent


class Line(NamedTuple):
    """One line of data/nlu; the author is the folder."""

    author: str
    intent: str
    text: str


def training_lines() -> list[Line]:
    """Every line of data/nlu, file by file."""
    found = []
    for file in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            texts = [line.strip()[2:] for line in block["examples"].splitlines() if line.strip().startswith("- ")]
            found += [Line(file.parent.name, block["intent"], text.strip()) for text in texts]
    return found
