"""Takes the pictures of docs/pictures: `make pictures`. Look at them before you commit them."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench import documents
from bench.service import ROOT, Service, running
from tests.browser.chatting import answer, send
from tests.chromium import FLAGS, ensure
from tests.talking import OPENING

FOLDER = ROOT / "docs" / "pictures"
DANGER = "her brother is still in the house with him and he is being hit right now"


def take(page: Page, name: str, *, whole: bool = False) -> None:
    """One picture, of what is in view or of the whole page."""
    page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)


def the_check(page: Page, address: str) -> None:
    """A question, one to tick, a date that is refused, and the result."""
    page.goto(f"{address}/chat?area=walsall")
    page.get_by_role("textbox").last.fill(OPENING)
    send(page)
    take(page, "chat", whole=True)
    fields = {"tick": "input[type=checkbox]", "error": "input[name=date-day]"}
    while page.locator("#question").count():
        for name, field in list(fields.items()):
            if page.locator(field).count():
                if name == "error":
                    page.locator(field).fill("31")
                    page.get_by_role("button", name="Continue").click()
                    page.locator("#problem").wait_for()
                take(page, name)
                del fields[name]
        answer(page)
        send(page)
    page.locator("section.card").screenshot(path=FOLDER / "result.png")


def danger(browser: Browser, address: str) -> None:
    """What the guide says when a child is in danger."""
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.goto(f"{address}/chat?area=walsall")
    page.get_by_role("textbox").last.fill(DANGER)
    send(page)
    take(page, "danger")
    page.close()


def chat_elsewhere(browser: Browser, address: str) -> None:
    """The chat on a partnership's page, closed and open, on a small screen in white on black, and on paper."""
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto(f"{address}/?area=walsall")
    page.get_by_role("button", name="Ask the guide").wait_for()
    take(page, "launcher")
    page.get_by_role("button", name="Ask the guide").click()
    frame = page.frame_locator("iframe")
    frame.get_by_role("textbox").fill(OPENING)
    frame.get_by_role("button", name="Continue").click()
    frame.locator("#question").wait_for()
    take(page, "widget")
    small = browser.new_page(viewport={"width": 320, "height": 640})
    small.goto(f"{address}/chat?area=walsall")
    small.get_by_text("Text size and contrast").click()
    small.get_by_role("button", name="White on black").click()
    small.get_by_role("textbox").last.fill(OPENING)
    send(small)
    take(small, "small")
    small.goto(f"{address}/chat/transcript")
    small.set_viewport_size({"width": 800, "height": 1000})
    small.emulate_media(media="print")
    take(small, "copy")
    small.close()
    page.close()


def the_form(page: Page) -> None:
    """The list of tasks, reached from the chat, and a page of it."""
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Fill in the rest of the draft").last.click()
    form = opened.value
    form.set_viewport_size({"width": 900, "height": 1000})
    form.get_by_role("heading", name="Your draft referral").wait_for()
    take(form, "form")
    form.get_by_role("link", name="When and how it happened").click()
    form.get_by_role("button", name="Save and continue").wait_for()
    take(form, "form-page")
    form.close()


def the_lead(page: Page, service: Service) -> None:
    """The inbox, a draft, confirming a decision, and what is owed after it."""
    page.goto(service.link())
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile("inbox"))
    take(page, "inbox", whole=True)
    page.get_by_role("link", name=re.compile("CSPR-")).click()
    page.get_by_text("practitioner's own words").wait_for()
    take(page, "draft")
    page.locator("input[name=decision][value=refer]").check()
    page.locator("textarea[name=reason]").fill("The starting test is met, and neglect is suspected.")
    page.get_by_role("button", name="Continue").click()
    page.locator("input[name=gaps]").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Confirm your decision").wait_for()
    take(page, "confirm")
    page.get_by_role("button", name="Confirm and record").click()
    page.locator("#after").evaluate("heading => heading.scrollIntoView()")
    take(page, "after")


def main() -> None:
    """Every picture but those of Teams."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    documents.picture()
    with running() as service, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 900, "height": 1000})
        the_check(page, service.address)
        danger(browser, service.address)
        chat_elsewhere(browser, service.address)
        page.get_by_role("button", name="Make the draft referral").click()
        page.get_by_text("Your draft is ready").wait_for()
        the_form(page)
        the_lead(page, service)
        browser.close()
    for picture in sorted(Path(FOLDER).glob("*.png")):
        print(picture.relative_to(ROOT))


if __name__ == "__main__":
    main()
