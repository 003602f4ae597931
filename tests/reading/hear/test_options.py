"""What is typed word for word as an option is that option, and needs no reading back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.reading.hear import Heard, hear

TODAY = date(2026, 11, 23)
QUESTIONS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[3] / "guidance/national/questions.yaml").read_text(encoding="utf-8")
)["questions"]
SETS = ("harm_kinds", "features", "other_routes")
OPTIONS = [
    (question, value, option["label"])
    for question, asked in QUESTIONS.items()
    for value, option in asked.get("options", {}).items()
]


@pytest.mark.parametrize(("question", "value", "label"), OPTIONS)
def test_a_label_and_a_value_are_exact(question: str, value: str, label: str) -> None:
    labels = {option["label"]: name for name, option in QUESTIONS[question]["options"].items()}
    meant = frozenset((value,)) if question in SETS else value
    for typed in (label, label.upper(), f" {label}. ", value, value.replace("_", " ")):
        assert hear(question, typed, TODAY, labels) == Heard(meant, sure=True, exact=True)


@pytest.mark.parametrize("question", SETS)
def test_none_of_these_is_the_empty_set(question: str) -> None:
    assert hear(question, "None of these", TODAY) == Heard(frozenset(), sure=True, exact=True)


def test_several_options_may_be_typed_together() -> None:
    assert hear("harm_kinds", "life_threatening, development", TODAY) == Heard(
        frozenset(("life_threatening", "development")), sure=True, exact=True
    )
    assert hear("features", "good practice and single agency", TODAY).value == frozenset(
        ("good_practice", "single_agency")
    )


def test_words_of_ones_own_are_not_exact() -> None:
    assert not hear("outcome", "the poor lad died", TODAY).exact


def test_a_date_as_the_form_sends_it_is_exact() -> None:
    assert hear("la_aware_on", "2026-11-20", TODAY) == Heard(date(2026, 11, 20), sure=True, exact=True)
    assert hear("la_aware_on", "last Friday", TODAY) == Heard(date(2026, 11, 20), sure=True, exact=False)
    assert hear("la_aware_on", "last Friday I think", TODAY) == Heard(date(2026, 11, 20), sure=False, exact=False)


@pytest.mark.parametrize("text", ["not decided yet", "it hasn't been decided", "we don't know when"])
def test_a_day_that_has_not_come_or_is_not_known_is_unknown(text: str) -> None:
    assert hear("decided_on", text, TODAY).value == "unknown"
