"""A check that was stopped is carried on by its code on another computer's page, without loading the page anew."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from bot.dialogue.resume_codes import LETTERS
from tests.browser.chatting import answer_all, send
from tests.browser.looking import fine
from tests.browsing import VIOLATIONS
from tests.talking import OPENING

CODE = re.compile(rf"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}")


def say(page: Page, words: str) -> None:
    page.get_by_role("textbox").last.fill(words)
    send(page)


def log(page: Page) -> list[str]:
    return [" ".join(line.split()) for line in page.get_by_role("log").get_by_role("listitem").all_inner_texts()]


def test_a_code_brings_the_whole_conversation_into_a_page_that_has_begun_another(
    page: Page, chromium: Browser, address: str
) -> None:
    page.goto(f"{address}/chat?area=walsall")
    say(page, OPENING)
    page.get_by_label("No, everyone is safe now").check()
    send(page)
    waiting = page.locator("[data-question]").get_attribute("data-question")
    say(page, "stop for now")
    code = CODE.search(page.get_by_role("log").inner_text())
    assert code
    context = chromium.new_context()
    context.add_init_script(VIOLATIONS)
    other = context.new_page()
    other.goto(f"{address}/chat?area=walsall")
    say(other, "What is a rapid review?")
    say(other, f"resume {code[0]}")
    expect(other.locator(f"[data-question={waiting}]")).to_be_visible()
    expect(other.get_by_role("log")).not_to_contain_text("What is a rapid review?")
    shown = log(other)
    assert sum(OPENING in line for line in shown) == 1
    expect(other.locator("#question")).to_be_focused()
    fine(other)
    other.reload()
    assert log(other) == shown
    answer_all(other)
    expect(other.locator("section.card")).to_contain_text("Refer this case to Walsall Safeguarding Partnership")
    page.reload()
    expect(page.get_by_role("log")).not_to_contain_text("Refer this case")
    context.close()
