"""A practitioner in a browser, then a lead in a browser: from the question to a decision."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from bot.referrals.access.request_link import request_link
from bot.referrals.find import find_draft
from bot.referrals.lead import make_lead
from bot.referrals.record.store import save_record
from bot.storage.base import now
from tests.browser.chatting import answer_all, send
from tests.browser.looking import fine, fine_everywhere
from tests.filled_record import filled_record
from tests.talking import OPENING


def test_the_main_job_end_to_end(page: Page, address: str, app: FastAPI) -> None:
    page.goto(f"{address}/chat?area=walsall")
    fine(page)
    page.get_by_role("textbox").last.fill(OPENING)
    send(page)
    expect(page.locator("#question")).to_contain_text("in danger now")
    fine(page)
    legends = answer_all(page)
    assert len(legends) == len(set(legends))
    card = page.locator("section.card")
    expect(card.get_by_role("heading", name="The council must notify the national Panel").first).to_be_visible()
    expect(card).to_contain_text("Refer this case to Walsall Safeguarding Partnership")
    expect(card).to_contain_text("Child death review")
    expect(card).to_contain_text("Friday 27 November 2026")
    expect(card).to_contain_text("Children Act 2004")
    fine(page)
    page.get_by_role("button", name="Make the draft referral").click()
    reference_at = page.get_by_text(re.compile(r"CSPR-[A-Z0-9]{4}-[A-Z0-9]{4}")).last
    expect(reference_at).to_be_visible()
    found = re.search(r"CSPR-[A-Z0-9]{4}-[A-Z0-9]{4}", page.content())
    assert found
    fill_in(page, app, found.group())
    decide(page, address, app, found.group())


def fill_in(chat: Page, app: FastAPI, reference: str) -> None:
    """The practitioner follows the chat's link into the form, which knows already what was told, and hands it in."""
    with chat.context.expect_page() as opened:
        chat.get_by_role("link", name="Fill in the rest of the draft").last.click()
    page = opened.value
    expect(page.get_by_role("heading", name="Your draft referral")).to_be_visible()
    assert reference not in page.url
    fine(page)
    page.get_by_role("link", name="You and your organisation").click()
    page.get_by_label("Your role").fill("Health visitor")
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("button", name="Save and come back later").click()
    page.get_by_role("link", name="When and how it happened").click()
    expect(page.get_by_label("On a day that I know")).to_be_checked()
    page.get_by_role("link", name="Check your answers").click()
    expect(page.get_by_text("Health visitor")).to_be_visible()
    fine(page)
    with app.state.sessions.begin() as session:
        draft = find_draft(session, reference)
        assert draft is not None
        save_record(session, draft, filled_record(), "practitioner")
    page.get_by_role("button", name="Put before the lead").click()
    expect(page.get_by_text("Your draft is with the safeguarding lead")).to_be_visible()
    fine(page)
    page.close()


def decide(page: Page, address: str, app: FastAPI, reference: str) -> None:
    """The lead signs in by a link, opens the draft and decides with a reason."""
    with app.state.sessions.begin() as session:
        make_lead(session, email="lead@walsall.example", name="A lead", areas=["walsall"])
        token = request_link(session, "lead@walsall.example", now())
    page.goto(f"{address}/sign-in/link/{token}")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/inbox"))
    fine(page)
    page.get_by_role("link", name=reference).click()
    expect(page.get_by_text(OPENING)).to_be_visible()
    fine(page)
    page.get_by_role("button", name="Take on").click()
    page.locator("input[name=decision][value=refer]").check()
    page.locator("textarea[name=reason]").fill("Meets the test; I have spoken to the head.")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Confirm and record").click()
    with app.state.sessions() as session:
        draft = find_draft(session, reference)
        assert draft is not None
        assert draft.status == "SENT"


@pytest.mark.parametrize("path", ["/", "/?area=walsall", "/chat", "/accessibility", "/privacy", "/sign-in", "/nowhere"])
def test_every_page_is_accessible(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    fine_everywhere(page)
