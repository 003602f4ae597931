"""Every English string of the chat, its script and its launcher, read from one table: english.yaml."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml


def _named(value: Any) -> Any:
    """Mappings as attributes, so that a misspelt name is an error in a template too."""
    return SimpleNamespace(**{name: _named(part) for name, part in value.items()}) if isinstance(value, dict) else value


TABLE: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("english.yaml").read_text(encoding="utf-8"))
ENGLISH = _named(TABLE)
