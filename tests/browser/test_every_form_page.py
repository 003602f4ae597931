"""Every page of the practitioner's form: accessible, by keyboard, at 320 pixels, at twice the text size, no scripts."""

from __future__ import annotations

import json
import re
from uuid import uuid4

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from bot.referrals.access.form_link import make_form_link
from bot.referrals.decisions import decide
from bot.referrals.drafts import make_draft
from bot.referrals.find import find_draft
from bot.referrals.history import PRACTITIONER
from bot.referrals.lead import make_lead
from bot.referrals.record.store import save_record
from bot.storage.base import now
from tests.browser.looking import fine_everywhere, opened
from tests.conftest import ROOT
from tests.filled_record import filled_record
from tests.web.form.spots import pages_by_record

ASSESSMENT = json.loads((ROOT / "tests/referrals/assessment.json").read_text(encoding="utf-8"))


@pytest.fixture
def reference(app: FastAPI, address: str, page: Page) -> str:
    """A draft whose lead waits for an answer; its form is open in the browser."""
    with app.state.sessions.begin() as session:
        lead = make_lead(session, email=f"{uuid4().hex}@walsall.example", name="A lead", areas=["walsall"])
        draft = make_draft(
            session,
            conversation_id=f"form-{uuid4().hex}",
            area="walsall",
            facts={"age_group": "under_18", "outcome": "died", "la_aware_on": "2026-11-20"},
            assessment=ASSESSMENT,
            own_words="A two-year-old has died and we think she was neglected.",
        )
        decide(session, draft, lead, "needs_information", "How old is the brother?")
        found: str = draft.reference
        link = make_form_link(session, draft, now())
    page.goto(f"{address}/form/open/{link}")
    return found


def test_every_page_of_the_form(page: Page, address: str, app: FastAPI, reference: str, whole: bool) -> None:
    for path in ("", "/check", "/done", "/answer"):
        opened(page, f"{address}/form{path}")
    for record, paths in pages_by_record("walsall", whole=whole):
        with app.state.sessions.begin() as session:
            draft = find_draft(session, reference)
            assert draft is not None
            save_record(session, draft, record, PRACTITIONER)
        for path in paths:
            opened(page, f"{address}/form/{path}")
    for path in ("", "/check"):
        opened(page, f"{address}/form{path}")


def test_pages_that_refuse(page: Page, address: str, app: FastAPI, reference: str) -> None:
    page.goto(f"{address}/form/children/children/1/who")
    page.get_by_label("Initials or local reference").fill("TOO LONG")
    page.get_by_role("button", name="Save and continue").click()
    fine_everywhere(page)
    page.get_by_role("link", name="must be").click()
    expect(page.get_by_label("Initials or local reference")).to_be_focused()
    expect(page.get_by_label("Initials or local reference")).to_have_value("TOO LONG")
    page.goto(f"{address}/form/incident/aware")
    page.get_by_role("textbox", name="Day").first.fill("tomorrow")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("textbox", name="Day").first).to_have_value("tomorrow")
    fine_everywhere(page)
    page.goto(f"{address}/form/answer")
    page.get_by_role("button", name=re.compile("lead|Send|Save")).first.click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    fine_everywhere(page)
    page.goto(f"{address}/form/harm/what")
    page.locator("input[name=csrf]").evaluate("token => { token.value = 'x' }")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", name="This page was out of date")).to_be_visible()
    fine_everywhere(page)
    opened(page, f"{address}/form/nothing/here", 404)
    page.context.clear_cookies()
    opened(page, f"{address}/form", 404)


def test_a_decided_draft_is_read_only(page: Page, address: str, app: FastAPI, reference: str) -> None:
    with app.state.sessions.begin() as session:
        draft = find_draft(session, reference)
        assert draft is not None
        save_record(session, draft, filled_record(), PRACTITIONER)
        assert draft.holder is not None
        decide(session, draft, draft.holder, "not_referred", "It was another child.")
    for path in ("", "/check", "/done", "/harm/what"):
        opened(page, f"{address}/form{path}")


def test_the_form_is_filled_in_by_keyboard_alone(page: Page, address: str, reference: str) -> None:
    page.goto(f"{address}/form/harm/what")
    radios = page.locator("input[type=radio]")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("ArrowDown")
    expect(radios.nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Describe the harm")).to_be_visible()
    page.goto(f"{address}/form/harm/what")
    expect(radios.nth(1)).to_be_checked()
