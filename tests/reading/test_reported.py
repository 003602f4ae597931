"""Phrases that public bug reports of like projects name, and their neighbours."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.criteria.facts import plain
from bot.reading.dates import read_date
from bot.reading.hear import hear
from bot.reading.hear.labels import DATE_FACTS

TODAY = date(2026, 11, 30)
GROUPS: dict[str, dict[Any, Any]] = yaml.safe_load(
    (Path(__file__).parent / "examples/reported.yaml").read_text(encoding="utf-8")
)
DAYS = [(str(text), said) for kind, rows in GROUPS.items() if kind != "no such day" for text, said in rows.items()]
PAST = ("incident_on", "practitioner_aware_on", "la_aware_on", "notified_on", "decided_on")
NOT_KNOWN = ["n/k", "N/K", "n/a", "N/A", "nk", "NK", "d/k", "u/k", "unk", "n / k", "N/K.", "n/k sorry"]
YES_NO = (
    "immediate_danger looked_after care_leaver suspected_suicide agencies_together told_social_care told_lead "
    "works_for_la normally_resident"
).split()


@pytest.mark.parametrize(("text", "said"), DAYS)
def test_a_day_or_less_is_heard_as_it_was_meant(text: str, said: date | str | None) -> None:
    heard = hear("incident_on", text, TODAY)
    value = None if heard.value in (None, "unknown") else plain(heard.value)
    assert value == (said.isoformat() if isinstance(said, date) else said)


@pytest.mark.parametrize("question", PAST)
def test_hours_are_counted_in_days(question: str) -> None:
    assert hear(question, "72 hours ago", TODAY).value == date(2026, 11, 27)


@pytest.mark.parametrize(("today", "text", "day"), [
    ("2026-06-01", "Black Friday", "2025-11-28"),
    ("2026-11-20", "Advent Sunday", "2025-11-30"),
    ("2026-06-30", "Trinity Sunday", "2026-05-31"),
])  # fmt: skip
def test_a_feast_is_the_latest_not_after_today(today: str, text: str, day: str) -> None:
    assert read_date(text, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "said"), GROUPS["no such day"].items())
def test_a_day_that_no_calendar_has_is_said_to_be_none(text: str, said: str) -> None:
    heard = hear("la_aware_on", text, TODAY)
    assert heard.value is None
    assert heard.says == f"There is no {said}. Which day was it?"


@pytest.mark.parametrize("question", [*YES_NO, "abuse_neglect", "age_group", *DATE_FACTS])
@pytest.mark.parametrize("text", NOT_KNOWN)
def test_not_known_as_forms_have_it_is_never_a_no(question: str, text: str) -> None:
    assert hear(question, text, TODAY).value == "unknown"


@pytest.mark.parametrize("question", YES_NO)
@pytest.mark.parametrize("text", ["yes/no", "Y/N", "Yes / No", "y/n"])
def test_the_wording_of_a_form_says_neither_yes_nor_no(question: str, text: str) -> None:
    assert hear(question, text, TODAY).value is None
