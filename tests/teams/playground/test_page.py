"""The same in the Playground's own page, in a browser: what people see and press."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from bot.settings import Settings
from tests.chromium import FLAGS
from tests.talking import OPENING
from tests.teams.playground.client import Playground
from tests.teams.playground.page import opened, say


@pytest.fixture(scope="module")
def page(playground: Playground, place: Settings) -> Iterator[Page]:
    """The personal chat, opened anew."""
    playground.uninstall()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place.data_dir / "chromium", args=list(FLAGS))
        yield opened(browser)
        browser.close()


def test_a_question_is_answered_on_its_card_which_then_closes(page: Page) -> None:
    say(page, OPENING)
    page.get_by_role("radio", name="No, everyone is safe now").check()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("Answered: No, everyone is safe now")).to_be_visible()
    expect(page.get_by_role("radio", name="No, everyone is safe now")).to_have_count(0)
    expect(page.get_by_role("button", name="Answer", exact=True)).to_have_count(1)


def test_an_answer_left_out_is_pointed_out_on_the_card_and_other_buttons_still_work(page: Page) -> None:
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text(re.compile("Select (an answer|what fits)"))).to_be_visible()
    page.get_by_role("button", name="Why do you ask?").last.click()
    expect(page.get_by_text("Answered: Why do you ask?")).to_be_visible()


def test_where_a_question_comes_from_opens_in_place(page: Page) -> None:
    button = page.get_by_role("button", name="Where this comes from").last
    expect(button).to_be_visible()
    button.click()
    expect(
        page.locator("ul, li").filter(has_text=re.compile("Working Together|page|Guide|Briefing")).last
    ).to_be_visible()
