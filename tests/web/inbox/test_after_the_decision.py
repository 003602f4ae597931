"""After a decision to refer, each step that a lead records starts its clock and stands in the timeline."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from sqlalchemy import select

from bot.referrals.after.step import STEPS
from bot.referrals.audit import verify_all
from bot.referrals.decisions import decide
from bot.referrals.event import ReferralEvent
from bot.referrals.find import find_draft
from bot.referrals.lead import find_lead
from bot.storage.database import Sessions

FIRST_OF_JANUARY = {"on-day": "1", "on-month": "1", "on-year": "2026"}

HAPPENED = [step.happened for step in STEPS]


@pytest.fixture
def sent(draft: Callable[..., str], database: Sessions) -> str:
    """A draft that was decided to be referred; the authority became aware on Friday 20 November 2026."""
    reference = draft(whole=True)
    decide_on(database, reference, "refer")
    return reference


def decide_on(database: Sessions, reference: str, decision: str) -> None:
    with database.begin() as session:
        referral, lead = find_draft(session, reference), find_lead(session, "sam@example.org")
        assert referral is not None and lead is not None
        decide(session, referral, lead, decision, "The test is met.")


def post(client: TestClient, reference: str, step: str, day: date | tuple[str, str, str]) -> Any:
    typed = day if isinstance(day, tuple) else (str(day.day), str(day.month), str(day.year))
    where = f"/inbox/{reference}/after/{step}"
    csrf = re.findall(r'name="csrf" value="([^"]*)"', client.get(where).text)[-1]
    fields = dict(zip(("on-day", "on-month", "on-year"), typed, strict=True))
    return client.post(where, data={"csrf": csrf, **fields})


def words(client: TestClient, reference: str) -> str:
    """The page's section after the decision, as text."""
    page = client.get(f"/inbox/{reference}").text
    section = page[page.index('id="after"') : page.index("What happened so far")]
    return " ".join(re.sub(r"<[^>]+>", " ", section).split())


def next_due(database: Sessions, reference: str) -> date | None:
    with database() as session:
        referral = find_draft(session, reference)
        assert referral is not None
        return referral.next_due


def test_before_anything_is_recorded_the_panel_must_be_told(sam: TestClient, sent: str) -> None:
    shown = words(sam, sent)
    assert "Notification sent to the national Panel Not recorded" in shown
    assert "Tell the national Panel : Friday 27 November 2026 in 3 working days" in shown
    assert "Finish the rapid review (estimate)" in shown


def test_sending_the_notification_starts_the_rapid_reviews_clock(
    sam: TestClient, sent: str, database: Sessions
) -> None:
    answer = post(sam, sent, "notification-sent", date(2026, 11, 23))
    assert (answer.status_code, answer.headers["location"]) == (303, f"/inbox/{sent}?done=step#after")
    shown = words(sam, sent)
    assert "Notification sent to the national Panel Monday 23 November 2026 Change" in shown
    assert "Tell the national Panel" not in shown
    assert "Finish the rapid review : Monday 14 December 2026 in 14 working days" in shown
    assert next_due(database, sent) == date(2026, 12, 14)


def test_every_step_to_publication_starts_the_next_clock(
    sam: TestClient, sent: str, database: Sessions, settings: Any
) -> None:
    settings.__dict__["today"] = date(2027, 6, 1)
    due = []
    for step, day in (
        ("notification-sent", date(2026, 11, 23)), ("rapid-review", date(2026, 12, 10)),
        ("decision-to-review", date(2026, 12, 11)), ("publication-planned", date(2027, 6, 10)),
        ("published", date(2027, 6, 1)),
    ):  # fmt: skip
        assert post(sam, sent, step, day).status_code == 303, step
        due.append(next_due(database, sent))
    assert due == [date(2026, 12, 14), None, date(2027, 6, 11), date(2027, 6, 1), date(2028, 6, 1)]
    with database() as session:
        events = session.scalars(select(ReferralEvent.type).order_by(ReferralEvent.n)).all()
        assert [each for each in events if each in HAPPENED] == [step.happened for step in STEPS[1:]]
        assert list(verify_all(session)) == [None]


def test_a_step_recorded_again_counts_from_the_newer_day_and_both_stay_in_the_history(
    sam: TestClient, sent: str
) -> None:
    post(sam, sent, "notification-sent", date(2026, 11, 23))
    post(sam, sent, "notification-sent", date(2026, 11, 24))
    assert "Finish the rapid review : Tuesday 15 December 2026" in words(sam, sent)
    history = sam.get(f"/inbox/{sent}").text.partition("What happened so far")[2]
    assert history.count("Notification sent to the national Panel on ") == 2


@pytest.mark.parametrize(("step", "typed", "sentence"), [
    ("notification-sent", ("", "11", "2026"), "Date must include a day"),
    ("notification-sent", ("31", "2", "2026"), "Date must be a real date"),
    ("notification-sent", ("25", "11", "2026"), "must not be after today"),
    ("notification-sent", ("19", "11", "2026"), "must not be before the day the local authority became aware"),
    ("rapid-review", ("25", "11", "2026"), "must not be after today"),
    ("notification-sent", ("<script>", "11", "2026"), "Date must be a real date"),
])  # fmt: skip
def test_a_day_that_cannot_be_right_is_refused_beside_the_field_and_nothing_is_recorded(
    sam: TestClient, sent: str, database: Sessions, step: str, typed: tuple[str, str, str], sentence: str
) -> None:
    before = next_due(database, sent)
    answer = post(sam, sent, step, typed)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert "<script>" not in answer.text.partition("<main")[2]
    assert f'value="{typed[2]}"' in answer.text
    assert next_due(database, sent) == before
    assert "Not recorded" in words(sam, sent)


def test_a_rapid_review_is_not_finished_before_the_notification(sam: TestClient, sent: str) -> None:
    post(sam, sent, "notification-sent", date(2026, 11, 24))
    answer = post(sam, sent, "rapid-review", date(2026, 11, 23))
    assert "must not be before the day the notification was sent, Tuesday 24 November 2026" in answer.text


def test_no_step_is_recorded_before_a_decision_to_refer(sam: TestClient, draft: Any, database: Sessions) -> None:
    reference = draft()
    assert 'id="after"' not in sam.get(f"/inbox/{reference}").text
    assert post(sam, reference, "notification-sent", date(2026, 11, 23)).status_code == 409
    decide_on(database, reference, "not_referred")
    assert post(sam, reference, "notification-sent", date(2026, 11, 23)).status_code == 409


def test_a_lead_of_another_area_can_neither_see_nor_record(jo: TestClient, sam: TestClient, sent: str) -> None:
    csrf = re.findall(r'name="csrf" value="([^"]*)"', jo.get("/inbox").text)[0]
    for answer in (
        jo.get(f"/inbox/{sent}/after/published"),
        jo.post(
            f"/inbox/{sent}/after/published", data={"csrf": csrf, "on-day": "1", "on-month": "1", "on-year": "2026"}
        ),
        jo.get(f"/inbox/{sent}/dates.ics"),
    ):
        assert answer.status_code == 404


def test_the_calendar_holds_what_is_owed_now_and_says_nothing_about_the_child(sam: TestClient, sent: str) -> None:
    def events() -> dict[str, Any]:
        answer = sam.get(f"/inbox/{sent}/dates.ics")
        assert answer.headers["content-type"].startswith("text/calendar")
        return {str(e["summary"]): e for e in Calendar.from_ical(answer.content).walk("VEVENT")}

    before = events()
    post(sam, sent, "notification-sent", date(2026, 11, 23))
    after = events()
    estimate, counted = (
        before[f"Deadline (estimate): Finish the rapid review ({sent})"],
        after[f"Deadline: Finish the rapid review ({sent})"],
    )
    assert estimate["uid"] == counted["uid"]
    assert counted["dtstart"].dt == date(2026, 12, 14)
    assert f"Deadline: Tell the national Panel ({sent})" in before
    assert f"Deadline: Tell the national Panel ({sent})" not in after
    assert "child" not in str(counted)


def test_a_form_without_its_token_is_refused(sam: TestClient, sent: str) -> None:
    answer = sam.post(f"/inbox/{sent}/after/published", data=FIRST_OF_JANUARY)
    assert answer.status_code == 403


def test_a_step_that_does_not_exist_is_no_page(sam: TestClient, sent: str) -> None:
    assert sam.get(f"/inbox/{sent}/after/something").status_code == 404
