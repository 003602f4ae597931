"""Every field of the record: what is right is stored, what is wrong is refused beside the field and stays there.

Each field is read from what is typed; through its page goes the first of each kind, and in the whole run each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.referrals.decisions import decide
from bot.referrals.lead import make_lead
from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Field, Kind, fields_of
from bot.referrals.record.needs import situation_of
from bot.referrals.record.record import Record
from bot.referrals.record.sections.answers import Answer
from bot.referrals.record.store import save_record
from bot.storage.database import Sessions
from bot.web.form.place import find_place
from bot.web.form.tasks import SECTIONS
from bot.web.form.typed import TypedForm, take
from tests.web.bad_input import bad_entries, day_entry, input_of, refused, refused_ten_megabytes, ten_megabytes
from tests.web.form.driving import draft_in, hidden, post
from tests.web.form.spots import EVERY_FIELD, SPOTS, TODAY, Spot, record_that_asks

every_field = pytest.mark.parametrize("spot", EVERY_FIELD)


@pytest.fixture
def whole(database: Sessions, reference: str, spot: Spot) -> Record:
    """The draft's record, in which this field is asked."""
    record = record_that_asks(spot, "darlington")
    with database.begin() as session:
        save_record(session, draft_in(session, reference), record, "practitioner")
    return record


def read(spot: Spot, typed: dict[str, Any]) -> tuple[Part | None, TypedForm]:
    """What is made of the field's page when this is typed in it."""
    record = record_that_asks(spot, "darlington")
    place = find_place(record, spot.path, SECTIONS)
    entries = {name: value if isinstance(value, list) else [value] for name, value in typed.items()}
    sent = TypedForm(entries)
    fields = place.fields(record, situation_of(record, "darlington", TODAY))
    return take(sent, fields, place.part(record), TODAY), sent


def test_each_field_takes_what_is_right_and_names_itself_in_what_is_wrong() -> None:
    for spot in SPOTS:
        typed, expected = right_entry(spot.field)
        part, _ = read(spot, typed)
        assert part is not None and is_stored(getattr(part, spot.field.name), expected), spot
        for wrong, _ in bad_entries(spot.field):
            part, sent = read(spot, wrong)
            assert part is None and list(sent.faults) == [spot.field.name], (spot, wrong)
            assert sent.at[spot.field.name] in wrong, (spot, wrong)


def right_entry(field: Field) -> tuple[dict[str, Any], Any]:
    """What may be typed in the field, and what is stored then."""
    if field.kind is Kind.TEXT:
        text = {"code": "\u200bÉ.B", "contact": "01922 650000"}.get(field.name, "it's \u202ethe & مدرسة; DROP--")
        return {field.name: text}, text.replace("\u202e", "").replace("\u200b", "")
    if field.kind is Kind.DAY:
        return day_entry(field.name, ("1", "March", "2026")), date(2026, 3, 1)
    if field.kind is Kind.TICK:
        return {field.name: "yes"}, True
    assert field.options is not None
    last = list(field.options)[-1].value
    return {field.name: last}, last


def is_stored(value: Any, expected: Any) -> bool:
    """Choices of several are stored as a tuple."""
    return bool(value in (expected, (expected,)))


@every_field
def test_bad_input_is_refused_beside_the_field_and_nothing_is_stored(
    spot: Spot, client: TestClient, whole: Record, record: Callable[[], Record]
) -> None:
    page = client.get(f"/form/{spot.path}")
    assert page.status_code == 200
    for typed, kept in bad_entries(spot.field):
        answer = client.post(f"/form/{spot.path}", data=hidden(page.text) | typed)
        refused(answer, spot.field.name, kept)
    assert record() == whole


@every_field
def test_what_is_right_is_stored_as_it_was_typed(
    spot: Spot, client: TestClient, whole: Record, record: Callable[[], Record]
) -> None:
    page = client.get(f"/form/{spot.path}").text
    for name in re.findall(r'name="([\w-]+)"', page):
        assert not name.startswith("_")
    typed, expected = right_entry(spot.field)
    answer = post(client, spot.path, typed)
    assert answer.status_code == 303, re.findall(r'error-message">(.*?)</p>', answer.text, re.DOTALL)
    section, *rest = spot.path.split("/")
    stored: Any = record().section(section)
    if len(rest) == 3:
        stored = getattr(stored, rest[0])[0]
    assert is_stored(getattr(stored, spot.field.name), expected)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@every_field
def test_ten_megabytes_are_refused_beside_the_field(
    spot: Spot, client: TestClient, whole: Record, record: Callable[[], Record]
) -> None:
    page = client.get(f"/form/{spot.path}")
    answer = client.post(f"/form/{spot.path}", **ten_megabytes(hidden(page.text), input_of(spot.field)))
    refused_ten_megabytes(answer, typed=spot.field.kind in (Kind.TEXT, Kind.DAY))
    assert record() == whole


def test_bad_input_in_the_answer_to_the_lead(
    client: TestClient, database: Sessions, reference: str, record: Callable[[], Record]
) -> None:
    with database.begin() as session:
        lead = make_lead(session, email="lead@darlington.example", name="A lead")
        decide(session, draft_in(session, reference), lead, "needs_information", "How old is the brother?")
    page, before = client.get("/form/answer"), record()
    field = fields_of(Answer)["answer"]
    nothing: list[tuple[dict[str, str], list[str]]] = [({"answer": text}, []) for text in ("", " \n", "\u200b\u202e")]
    for typed, kept in [*bad_entries(field), *nothing]:
        refused(client.post("/form/answer", data=hidden(page.text) | typed), "answer", kept)
    refused_ten_megabytes(client.post("/form/answer", **ten_megabytes(hidden(page.text), "answer")))
    assert record() == before
    for text in ("<script>alert(1)</script>", "'; DROP TABLE referral;--", "\u202eShe is 4. \u200bمدرسة"):
        assert post(client, "answer", {"answer": text}).status_code == 303
        with database.begin() as session:
            decide(session, draft_in(session, reference), lead, "needs_information", "How old is the brother?")
        shown = client.get("/form/answer").text
        assert "<script>" not in shown
        kept_text = "".join(c for c in text if c not in "\u202e\u200b")
        assert record().answers.answers[-1].answer == kept_text
