"""The national deadline rules and their citations, as the newest edition has them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.guidance.load import Packs
from bot.guidance.model import Citation, DeadlineRule


@pytest.fixture(scope="session")
def rules(packs: Packs) -> tuple[DeadlineRule, ...]:
    return packs.for_area(None).deadlines


@pytest.fixture(scope="session")
def rule(rules: tuple[DeadlineRule, ...]) -> Mapping[str, DeadlineRule]:
    return {rule.id: rule for rule in rules}


@pytest.fixture(scope="session")
def citations(packs: Packs) -> Mapping[str, Citation]:
    return packs.for_area(None).citations
