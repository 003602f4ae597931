"""The national deadline rules and their citations, read from the pack's own files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from bot.guidance.model import Citation, DeadlineRule, Source

NATIONAL = Path(__file__).parents[2] / "guidance" / "national"


@pytest.fixture(scope="session")
def rules() -> tuple[DeadlineRule, ...]:
    written = yaml.safe_load((NATIONAL / "deadlines.yaml").read_text(encoding="utf-8"))
    return tuple(DeadlineRule(id=id_, **values) for id_, values in written["deadlines"].items())


@pytest.fixture(scope="session")
def rule(rules: tuple[DeadlineRule, ...]) -> Mapping[str, DeadlineRule]:
    return {rule.id: rule for rule in rules}


@pytest.fixture(scope="session")
def citations() -> Mapping[str, Citation]:
    found = {}
    for path in sorted((NATIONAL / "sources").glob("*.yaml")):
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        source = Source(**written["source"])
        for id_, values in written["citations"].items():
            found[id_] = Citation(id=id_, source=source, **values)
    return found
