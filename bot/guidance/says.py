"""What the service itself says, by key: `guidance/conversation.yaml`. What is said of a case stands in the packs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parents[2] / "guidance" / "conversation.yaml"


def say(key: str, **places: str) -> str:
    """The text of this key, its braces filled in. Raises KeyError: no such key, or a place not given.

    `cspr guidance check` finds keys that are missing, and those that nothing says.
    """
    text = _texts()[key]
    return text.format(**places) if places else text


@cache
def _texts() -> Mapping[str, str]:
    """Every text by its key, whatever group it stands in."""
    groups = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {key: text for group in groups.values() for key, text in group.items()}
