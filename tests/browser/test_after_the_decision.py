"""Recording a step after the decision in a real browser: by keyboard, with and without scripts, on a small screen."""

from __future__ import annotations

import json

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page

from bot.referrals.access.lead_session import open_session
from bot.referrals.decisions import decide
from bot.referrals.drafts import make_draft
from bot.referrals.history import PRACTITIONER
from bot.referrals.lead import make_lead
from bot.referrals.record.store import save_record
from bot.storage.base import now
from tests.browser.test_main_job import fine
from tests.conftest import ROOT
from tests.filled_record import filled_record

ASSESSMENT = json.loads((ROOT / "tests/referrals/assessment.json").read_text(encoding="utf-8"))


@pytest.fixture
def reference(app: FastAPI, address: str, page: Page) -> str:
    """A draft that was decided to be referred; its lead is signed in."""
    told = {"facts": {"outcome": "died", "la_aware_on": "2026-11-20"}, "assessment": ASSESSMENT, "own_words": "Words."}
    with app.state.sessions.begin() as session:
        lead = make_lead(session, email="after@example.org", name="Sam Lee")
        referral = make_draft(session, conversation_id=f"after-{id(page)}", area="walsall", **told)
        save_record(session, referral, filled_record(), PRACTITIONER)
        decide(session, referral, lead, "refer", "The test is met.")
        token = open_session(session, lead, now(), browser=page.evaluate("navigator.userAgent"))
        found: str = referral.reference
    page.context.add_cookies([{"name": "lead", "value": token, "url": address}])
    return found


def test_a_step_is_recorded_by_keyboard_and_its_clock_shown(page: Page, address: str, reference: str) -> None:
    page.goto(f"{address}/inbox/{reference}")
    fine(page)
    page.get_by_role("link", name="Record notification sent to the national panel").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/after/notification-sent")
    fine(page)
    page.get_by_role("button", name="Record").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="There is a problem").wait_for()
    fine(page)
    page.get_by_role("textbox", name="Day").focus()
    for typed in ("23", "11", "2026"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Monday 14 December 2026").first.wait_for()
    page.set_viewport_size({"width": 320, "height": 640})
    fine(page)
