"""Every page of the form and of the inbox: accessible, at 320 pixels and at twice the text size too, by keyboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from bot.referrals.access.form_link import make_form_link
from bot.referrals.access.request_link import request_link
from bot.referrals.decisions import decide
from bot.referrals.drafts import make_draft
from bot.referrals.lead import make_lead
from bot.storage.base import now
from tests.browser.test_main_job import fine

ASSESSMENT = Path(__file__).parent.parent / "referrals" / "assessment.json"
FORM = (
    "", "/check", "/done", "/answer", "/referrer/work", "/referrer/contact", "/children/children",
    "/children/children/1/who", "/children/children/1/legal", "/children/children/1/more",
    "/children/children/1/remove", "/harm/what", "/incident/aware", "/incident/summary", "/family/people",
    "/family/people/1/person", "/safety/actions", "/notified/panel", "/parallel/processes", "/sharing/basis",
)  # fmt: skip
INBOX = ("", "?status=all", "?status=sent&search=nothing", "/{}", "/{}/record", "/{}/history", "/{}/record/harm/what")


@pytest.fixture(scope="module")
def made(app: FastAPI) -> dict[str, str]:
    """A draft that waits for an answer, the link to its form, and a link that signs a lead in."""
    with app.state.sessions.begin() as session:
        lead = make_lead(session, email="pages@walsall.example", name="A lead of pages", areas=["walsall"])
        draft = make_draft(
            session,
            conversation_id="pages",
            area="walsall",
            facts={"age_group": "under_18", "outcome": "died", "la_aware_on": "2026-11-20"},
            assessment=json.loads(ASSESSMENT.read_text(encoding="utf-8")),
            own_words="A two-year-old has died and we think she was neglected.",
        )
        decide(session, draft, lead, "needs_information", "How old is the brother?")
        return {"reference": draft.reference, "form": make_form_link(session, draft, now())}


def everywhere(page: Page) -> None:
    """As it is, on a narrow screen, and with text of twice the size."""
    fine(page)
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    page.set_viewport_size(size)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


def test_every_page_of_the_form_is_accessible(page: Page, address: str, made: dict[str, str]) -> None:
    page.goto(f"{address}/form/open/{made['form']}")
    for path in FORM:
        answer = page.goto(f"{address}/form{path}")
        assert answer is not None
        assert answer.status == 200, path
        everywhere(page)


def test_a_page_with_faults_is_accessible_and_keeps_what_was_typed(
    page: Page, address: str, made: dict[str, str]
) -> None:
    page.goto(f"{address}/form/open/{made['form']}")
    page.goto(f"{address}/form/children/children/1/who")
    page.get_by_label("Initials or local reference").fill("TOO LONG")
    page.get_by_role("button", name="Save and continue").click()
    everywhere(page)
    page.get_by_role("link", name="must be").click()
    expect(page.get_by_label("Initials or local reference")).to_be_focused()
    expect(page.get_by_label("Initials or local reference")).to_have_value("TOO LONG")


def test_the_form_is_filled_in_by_keyboard_alone(page: Page, address: str, made: dict[str, str]) -> None:
    page.goto(f"{address}/form/open/{made['form']}")
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
    page.locator("input[value=died]").check()
    page.get_by_role("button", name="Save and continue").click()


def test_every_page_of_the_inbox_is_accessible(page: Page, address: str, made: dict[str, str], app: FastAPI) -> None:
    with app.state.sessions.begin() as session:
        token = request_link(session, "pages@walsall.example", now())
    page.goto(f"{address}/sign-in/link/{token}")
    page.get_by_role("button", name="Sign in").click()
    for path in INBOX:
        answer = page.goto(f"{address}/inbox{path.format(made['reference'])}")
        assert answer is not None
        assert answer.status == 200, path
        everywhere(page)
    page.goto(f"{address}/inbox/{made['reference']}")
    page.locator("input[name=decision][value=refer]").check()
    page.locator("textarea[name=reason]").fill("The test is met.")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="The record still needs")).to_be_visible()
    everywhere(page)
