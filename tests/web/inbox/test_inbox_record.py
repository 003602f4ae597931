"""The page of a draft: words beside facts, every outcome with its reasons, every step."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi.testclient import TestClient

from bot.documents.export import Form


def test_the_page_says_first_that_it_is_not_a_referral(draft: Any, sam: TestClient) -> None:
    assert "Draft: not a referral until a lead sends it" in sam.get(f"/inbox/{draft()}").text


def test_the_page_shows_what_was_said_understood_and_not_known(draft: Any, sam: TestClient) -> None:
    page = sam.get(f"/inbox/{draft(contact={'role': 'Health visitor'}, organisation='A trust')}").text
    for words in ("A two-year-old has died", "Age", "Under 18", "Where it happened", "Health visitor", "A trust"):
        assert words in page
    assert "Friday 20 November 2026" in page


def test_every_outcome_has_its_reasons_its_rule_and_its_source(draft: Any, sam: TestClient) -> None:
    page = sam.get(f"/inbox/{draft()}").text
    for words in (
        "The child was under 18.",
        "Rule R10",
        "Children Act 2004, 16C(1)",
        "to be checked before you rely on it",
    ):
        assert words in page
    for words in (
        "Whether any child is in danger now.",
        "Age: Under 18",
        "Concern about joint working",
        "walsall, version 2026.1+2026.2",
    ):
        assert words in page


def test_every_date_says_how_it_was_counted_and_how_long_is_left(draft: Any, sam: TestClient) -> None:
    page = sam.get(f"/inbox/{draft()}").text
    for words in (
        "Friday 27 November 2026",
        "in 3 working days",
        "Day 0 is Friday 20 November 2026",
        "the limit is Thursday 26 November 2026",
    ):
        assert words in page


def test_days_go_by_and_an_estimate_counts_from_today_while_the_step_before_is_overdue(
    draft: Any, sam: TestClient, settings: Any, assessment: dict[str, Any]
) -> None:
    estimate = {"id": "rapid_review", "title": "Finish the rapid review", "due": "2026-12-18", "estimate": True}
    reference = draft(assessment={**assessment, "deadlines": [*assessment["deadlines"], estimate]})
    settings.__dict__["today"] = date(2026, 12, 2)
    page = sam.get(f"/inbox/{reference}").text
    assert "Friday 27 November 2026, Overdue by 3 working days" in page
    assert "Wednesday 23 December 2026, in 15 working days" in page
    assert "so we counted from today" in page
    assert "(Overdue by 3 working days)" in sam.get("/inbox").text


def test_an_assessment_without_the_extras_is_shown_all_the_same(draft: Any, sam: TestClient) -> None:
    bare = {
        "headline": {"outcome": "refer", "status": "possible"},
        "outcomes": [{"outcome": "refer", "status": "possible", "rule": "R20"}],
        "deadlines": [{"id": "refer"}],
        "pack": {"id": "national", "version": "1"},
    }
    page = sam.get(f"/inbox/{draft(assessment=bare, own_words='', facts={})}").text
    assert "Possibly: Refer" in page
    assert "Nothing was typed freely" in page


def test_what_people_typed_is_shown_as_text(draft: Any, sam: TestClient) -> None:
    attack = "<script>alert(1)</script>{{ 7 * 191 }}"
    page = sam.get(f"/inbox/{draft(own_words=attack, organisation=attack, contact={'role': attack})}").text
    assert "<script>alert" not in page
    assert "1337" not in page
    assert page.count("&lt;script&gt;") == 3


def test_opening_is_recorded_once(draft: Any, sam: TestClient, kit: TestClient) -> None:
    reference = draft()
    for _ in range(3):
        sam.get(f"/inbox/{reference}")
    page = kit.get(f"/inbox/{reference}").text
    assert page.count("<strong>Opened</strong>") == 2
    assert "Sam Lee" in page


def test_a_lead_of_another_area_gets_the_same_page_as_for_no_draft(draft: Any, jo: TestClient) -> None:
    foreign, none = jo.get(f"/inbox/{draft()}"), jo.get("/inbox/CSPR-0000-0000")
    assert foreign.status_code == none.status_code == 404
    assert foreign.text == none.text


def test_a_reference_may_be_typed_loosely_in_the_address(draft: Any, sam: TestClient) -> None:
    reference = draft()
    assert reference in sam.get(f"/inbox/{reference.lower().replace('-', '')}").text


def test_the_page_offers_the_document_in_each_form(draft: Any, sam: TestClient) -> None:
    reference = draft()
    page = sam.get(f"/inbox/{reference}").text
    assert [form for form in Form if f'href="/inbox/{reference}/document.{form}"' not in page] == []


def test_who_made_the_draft_stands_beside_the_question_until_they_were_told(
    draft: Any, sam: TestClient, form: Any
) -> None:
    reference = draft(whole=True)
    assert "I have told them" not in sam.get(f"/inbox/{reference}").text
    asked = form(sam, reference, decision="needs_information", reason="How old is the brother?", step="record")
    assert sam.post(f"/inbox/{reference}/decision", data=asked).status_code == 303
    page = sam.get(f"/inbox/{reference}").text
    assert "Ring or write to the practitioner now" in page
    assert "contact school@example.org" in page
    told = sam.post(f"/inbox/{reference}/told", data=form(sam, reference))
    assert told.status_code == 303
    page = sam.get(f"/inbox/{reference}").text
    assert "I have told them" not in page and "The practitioner was told</strong> by Sam Lee" in page
