"""Messages and what each says (readings.yaml), read by the trained model at the question that waits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.rasa.train import train_if_changed
from bot.rasa.understood import Understood
from tests.conftest import ROOT

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "readings.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def understood(fixed_today: None) -> Understood:
    return Understood(train_if_changed(ROOT, ROOT / "models"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['why']}: {row['text'][:50]}")
async def test_the_message_is_read(row: dict[str, Any], understood: Understood) -> None:
    found = (await understood.of(row["text"], row, why=True))["reading"]
    told = {fact: one["value"] for fact, one in found["told"].items()}
    wanted = row.get("told", {})
    assert {fact: told.get(fact) for fact in wanted} == wanted, found
    assert not told.keys() & set(row.get("not", ())), found
    assert (found["danger"] == "plain") is (row.get("danger") == "plain"), found
    if "lead" in row:
        assert found["lead"] == row["lead"], found
