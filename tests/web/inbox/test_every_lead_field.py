"""Every field that a lead alone fills in: what is wrong is refused beside it, stays there, and stores nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from bot.referrals.after.step import STEPS
from bot.referrals.decisions import decide
from bot.referrals.event import ReferralEvent
from bot.referrals.find import find_draft
from bot.referrals.lead import find_lead
from bot.referrals.record.fields import Field, fields_of
from bot.referrals.record.sections.sending import Sending
from bot.referrals.record.store import current_record
from bot.storage.database import Sessions
from tests.web.bad_input import (
    DAYS,
    bad_entries,
    day_entry,
    input_of,
    refused,
    refused_ten_megabytes,
    ten_megabytes,
)
from tests.web.form.driving import hidden

SENDING = list(fields_of(Sending).values())
every_sending_field = pytest.mark.parametrize("field", SENDING, ids=[field.name for field in SENDING])
LONG = "y" * 2001


@pytest.fixture
def sent(draft: Callable[..., str], database: Sessions) -> str:
    """A draft that Sam decided to refer, and holds."""
    reference = draft(whole=True)
    with database.begin() as session:
        referral, lead = find_draft(session, reference), find_lead(session, "sam@example.org")
        assert referral is not None and lead is not None
        decide(session, referral, lead, "refer", "The test is met.")
    return reference


@pytest.fixture
def stored(database: Sessions) -> Callable[[str], tuple[int, Any]]:
    """How many events there are, and the record."""

    def read(reference: str) -> tuple[int, Any]:
        with database() as session:
            referral = find_draft(session, reference)
            assert referral is not None
            events = session.scalar(select(func.count()).select_from(ReferralEvent))
            return events or 0, current_record(session, referral).record

    return read


@every_sending_field
def test_where_it_was_sent(field: Field, sam: TestClient, sent: str, stored: Any) -> None:
    address = f"/inbox/{sent}/record/sending/sent"
    page, before = hidden(sam.get(address).text), stored(sent)
    for typed, kept in bad_entries(field):
        refused(sam.post(address, data=page | typed), field.name, kept)
    answer = sam.post(address, **ten_megabytes(page, input_of(field)))
    refused_ten_megabytes(answer, typed=field.name != "acknowledged")
    assert stored(sent) == before


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_the_day_of_a_step_after_the_decision(step: str, sam: TestClient, sent: str, stored: Any) -> None:
    address = f"/inbox/{sent}/after/{step}"
    page, before = hidden(sam.get(address).text), stored(sent)
    days = [parts for kind, parts in DAYS.items() if kind not in ("to come", "long past")]  # a plan is to come
    for parts in [("", "", ""), *days]:
        kept = [part for part in parts if part and "\x00" not in part]
        refused(sam.post(address, data=page | day_entry("on", parts)), "on", kept)
    refused_ten_megabytes(sam.post(address, **ten_megabytes(page, "on-day")))
    other = page | day_entry("on", ("23", "11", "2026"))
    refused_ten_megabytes(sam.post(address, **ten_megabytes(other, "another")), typed=False)
    assert stored(sent) == before


@pytest.mark.parametrize("step", ["confirm", "record"])
@pytest.mark.parametrize("typed", [
    {"decision": "nonsense"}, {"decision": "<script>"}, {"decision": "' OR 1=1"}, {"decision": "\u202erefer"},
    {"reason": ""}, {"reason": " \n"}, {"reason": "\u200b\u202e"}, {"reason": "a\x00b"}, {"reason": LONG},
    {"route": ""}, {"route": "\u200b"}, {"route": "a\x00b"}, {"route": "<script>" + LONG},
])  # fmt: skip
def test_the_decision(step: str, typed: dict[str, str], sam: TestClient, draft: Any, form: Any, stored: Any) -> None:
    reference = draft()
    before = stored(reference)
    right = {"decision": "other_route", "route": "LADO", "reason": "Because"}
    answer = sam.post(f"/inbox/{reference}/decision", data=form(sam, reference, **(right | typed), step=step))
    [(name, value)] = typed.items()
    kept = [] if name == "decision" or "\x00" in value else [value.strip()]
    refused(answer, name, kept)
    assert stored(reference)[1] == before[1]
    assert "DecisionTaken" not in answer.text


@pytest.mark.parametrize("name", ["reason", "route"])
def test_ten_megabytes_of_reason_or_route(name: str, sam: TestClient, draft: Any, form: Any, stored: Any) -> None:
    reference = draft()
    typed = form(sam, reference, decision="other_route", reason="Because", route="LADO", step="record")
    before = stored(reference)
    refused_ten_megabytes(sam.post(f"/inbox/{reference}/decision", **ten_megabytes(typed, name)))
    assert stored(reference) == before


def test_who_takes_it_on(sam: TestClient, draft: Any, form: Any, stored: Any) -> None:
    reference = draft()
    sam.post(f"/inbox/{reference}/claim", data=form(sam, reference))
    page = form(sam, reference)
    before = stored(reference)
    for to in ("", "x", "<script>", "1;--", "1" * 5000, "\u202e1", "1\x00", "999999"):
        refused(sam.post(f"/inbox/{reference}/hand-over", data=page | {"to": to}), "to", [])
    refused(sam.post(f"/inbox/{reference}/hand-over", data=page | {"to": "2", "note": "x" * 501}), "note", ["x" * 501])
    for name in ("to", "note"):
        refused_ten_megabytes(sam.post(f"/inbox/{reference}/hand-over", **ten_megabytes(page, name)), typed=False)
    assert stored(reference) == before


def test_a_search_that_is_too_long(sam: TestClient, draft: Any) -> None:
    reference = draft()
    long = "<script>" + "z" * 100
    answer = sam.get("/inbox", params={"search": long, "status": "all"})
    refused(answer, "search", [long])
    assert reference in answer.text


def test_identifiers_in_the_reason_are_taken_out_and_the_lead_is_told(
    sam: TestClient, draft: Any, form: Any, stored: Any, database: Sessions
) -> None:
    reference = draft()
    typed = form(sam, reference, decision="not_referred", reason="NHS number 943 476 5919 is another child.")
    confirm = sam.post(f"/inbox/{reference}/decision", data=typed)
    assert "I took an NHS number out of what you typed" in confirm.text
    assert "943 476 5919" not in confirm.text
    sam.post(f"/inbox/{reference}/decision", data=typed | {"step": "record"})
    with database() as session:
        data = session.scalars(select(ReferralEvent).order_by(ReferralEvent.n.desc())).first()
    assert data is not None
    assert "[an NHS number removed] is another child." in str(data.data)
