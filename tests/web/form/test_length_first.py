"""What is too long is refused before anything reads it, in every text field of the form and of the inbox."""

from __future__ import annotations

from datetime import date

import pytest

from bot.referrals.decisions import LONGEST_REASON, LONGEST_ROUTE, decision_faults
from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Kind, fields_of
from bot.referrals.record.record import Record
from bot.web.form import typed as form_typed
from bot.web.form.typed import TypedForm, take
from tests.web.form.spots import SPOTS, Spot

TODAY = date(2026, 11, 30)
TEXTS = [spot for spot in SPOTS if spot.field.kind is Kind.TEXT]
every_text = pytest.mark.parametrize("spot", TEXTS, ids=[f"{spot.path}.{spot.field.name}" for spot in TEXTS])


def part_of(spot: Spot) -> Part:
    """An empty part that has the field."""
    record = Record()
    section = record.section(spot.path.split("/")[0])
    if fields_of(type(section)).get(spot.field.name) == spot.field:
        return type(section)()
    return next(each.rows for each in fields_of(type(section)).values() if each.name in spot.path and each.rows)()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that redaction was given."""
    given: list[str] = []

    def spy(text: str) -> tuple[str, list[str]]:
        given.append(text)
        return text, []

    monkeypatch.setattr(form_typed, "redact", spy)
    return given


@every_text
def test_a_text_over_its_limit_is_refused_without_being_read(spot: Spot, read: list[str]) -> None:
    assert spot.field.typed is not None
    long = "a" * (spot.field.typed.most + 1)
    typed = TypedForm({spot.field.name: [long]})
    assert take(typed, [spot.field], part_of(spot), TODAY) is None
    assert spot.field.name in typed.faults
    assert read == []
    assert typed.one(spot.field.name) == long


@every_text
def test_blanks_and_line_ends_around_it_do_not_count(spot: Spot, read: list[str]) -> None:
    assert spot.field.typed is not None
    text = "a" * min(spot.field.typed.most, 5)
    take(TypedForm({spot.field.name: [" " * 3000 + text + "\r\n" * 3000]}), [spot.field], part_of(spot), TODAY)
    assert read == ([] if spot.field.ask.kept else [text])


def test_a_lead_s_reason_and_route_are_measured_first() -> None:
    assert decision_faults("refer", "a" * (LONGEST_REASON + 1), "") != {}
    assert decision_faults("other_route", "a", "a" * (LONGEST_ROUTE + 1)) != {}
