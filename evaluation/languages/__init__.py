"""The lines of danger and calm in ten languages (data/languages), and the English that they are told from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
HELD_OUT = frozenset({"grandfather", "stranger"})
"""Voices that nothing learns from."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line in another language than English. `language`: its English name."""

    language: str
    voice: str
    danger: bool
    text: str


def lines() -> list[Line]:
    """Every line of data/languages."""
    return [
        Line(path.stem.capitalize(), voice, kind == "danger", text)
        for path in sorted((ROOT / "data" / "languages").glob("*.yaml"))
        for voice, kinds in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        for kind, texts in kinds.items()
        for text in texts
    ]


def english() -> list[tuple[str, bool]]:
    """Our own English lines, and whether each speaks of danger now."""
    told = []
    for path in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in item.get("examples", "").splitlines():
                plain = re.sub(r"\[([^\]]*)\](\([^)]*\)|\{[^}]*\})", r"\1", line.removeprefix("- ")).strip()
                told.append((plain, item.get("intent") == "danger_now"))
    for path in sorted((ROOT / "bot").glob("*/hear/data/replies/*.yaml")):
        told += [(reply, False) for reply in _texts(yaml.safe_load(path.read_text(encoding="utf-8")))]
    return told


def _texts(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    elif isinstance(item, dict | list):
        for part in item.values() if isinstance(item, dict) else item:
            yield from _texts(part)
