"""Ages told by halves, births, birthdays, weeks and school years; and numbers that are no age."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.reading.hear import hear, under_sixteen

TODAY = date(2026, 11, 30)
GROUPS: dict[str, dict[Any, Any]] = yaml.safe_load(
    (Path(__file__).parent / "examples/ages.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("text", "group"), [(str(text), group) for rows in GROUPS.values() for text, group in rows.items()]
)
def test_an_age_gives_its_group(text: str, group: str | None) -> None:
    heard = hear("age_group", text, TODAY)
    assert not heard.sure if group == "ask" else heard.value == group


@pytest.mark.parametrize(("text", "young"), [
    ("3½", True), ("he is 14 stone", False), ("18 tomorrow", False), ("11 weeks", True), ("20% burns", False),
])  # fmt: skip
def test_only_an_age_says_that_somebody_is_under_sixteen(text: str, young: bool) -> None:
    assert under_sixteen(text) is young


def test_a_parent_s_year_of_birth_is_not_the_child_s_age() -> None:
    assert hear("age_group", "mum was born in 1990", TODAY).value != "25_or_over"
