"""Every field of the record: what is right is stored, what is wrong is refused beside the field and stays there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.referrals.decisions import decide
from bot.referrals.lead import make_lead
from bot.referrals.record.fields import Kind, fields_of
from bot.referrals.record.record import Record
from bot.referrals.record.sections.answers import Answer
from bot.referrals.record.store import save_record
from bot.storage.database import Sessions
from tests.web.bad_input import bad_entries, input_of, refused, refused_ten_megabytes, ten_megabytes
from tests.web.form.driving import draft_in, hidden, post
from tests.web.form.spots import SPOTS, Spot, record_that_asks

NAMES = [spot.path.replace("/", ".") + "." + spot.field.name for spot in SPOTS]
every_field = pytest.mark.parametrize("spot", SPOTS, ids=NAMES)


@pytest.fixture
def whole(database: Sessions, reference: str, spot: Spot) -> Record:
    """The draft's record, in which this field is asked."""
    record = record_that_asks(spot, "darlington")
    with database.begin() as session:
        save_record(session, draft_in(session, reference), record, "practitioner")
    return record


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
    typed: dict[str, Any]
    if spot.field.kind is Kind.TEXT:
        wanted = {"code": "\u200bÉ.B", "contact": "01922 650000"}.get(spot.field.name, "it's \u202ethe & مدرسة; DROP--")
        typed = {spot.field.name: wanted}
    elif spot.field.kind is Kind.DAY:
        typed = {f"{spot.field.name}-day": "1", f"{spot.field.name}-month": "March", f"{spot.field.name}-year": "2026"}
    elif spot.field.kind is Kind.TICK:
        typed = {spot.field.name: "yes"}
    else:
        assert spot.field.options is not None
        typed = {spot.field.name: list(spot.field.options)[-1].value}
    answer = post(client, spot.path, typed)
    assert answer.status_code == 303, re.findall(r'error-message">(.*?)</p>', answer.text, re.DOTALL)
    section, *rest = spot.path.split("/")
    stored: Any = record().section(section)
    if len(rest) == 3:
        stored = getattr(stored, rest[0])[0]
    value = getattr(stored, spot.field.name)
    if spot.field.kind is Kind.TEXT:
        assert value == typed[spot.field.name].replace("\u202e", "").replace("\u200b", "")
    elif spot.field.kind is Kind.DAY:
        assert value.isoformat() == "2026-03-01"
    elif spot.field.kind is Kind.TICK:
        assert value is True
    else:
        assert value == typed[spot.field.name] or value == (typed[spot.field.name],)


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
