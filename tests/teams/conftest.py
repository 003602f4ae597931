"""What the tests of commands share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from bot.settings import load_settings


@pytest.fixture
def own_settings() -> Iterator[None]:
    """Settings are read anew in this test, and after it are as before: the dialogue's fixed date among them."""
    before = load_settings()
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()
    if before.today is not None:
        os.environ["CSPR_TODAY"] = before.today.isoformat()
        load_settings()
        del os.environ["CSPR_TODAY"]
