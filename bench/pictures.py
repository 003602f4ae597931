"""Takes the pictures of docs/pictures: `make pictures`. Look at them before you commit them."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench import documents
from bench.service import ROOT, running
from tests.chromium import FLAGS, ensure
from tests.talking import ANSWERS, OPENING

FOLDER = ROOT / "docs" / "pictures"
DATES = {"incident_on": ("17", "11", "2026"), "la_aware_on": ("20", "11", "2026")}


def send(page: Page) -> None:
    """Press Continue and wait for the answer."""
    before = page.locator("input[name=seen]").input_value()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_function("v => document.querySelector('input[name=seen]').value != v", arg=before)


def check(page: Page) -> None:
    """Answer every question of the check."""
    while page.locator("#question").count():
        fact = next(f for f in ANSWERS if page.locator(f"[data-question={f}]").count())
        if fact in DATES:
            for part, value in zip(("day", "month", "year"), DATES[fact], strict=True):
                page.locator(f"input[name=date-{part}]").fill(value)
        else:
            page.locator(f"input[name=choice][value='{ANSWERS[fact]}']").check()
        send(page)


def chat_elsewhere(browser: Browser, address: str) -> None:
    """The chat on a partnership's page, on a small screen in white on black, and on paper."""
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto(f"{address}/?area=walsall")
    page.get_by_role("button", name="Ask the guide").click()
    frame = page.frame_locator("iframe")
    frame.get_by_role("textbox").fill(OPENING)
    frame.get_by_role("button", name="Continue").click()
    frame.locator("#question").wait_for()
    page.screenshot(path=FOLDER / "widget.png")
    small = browser.new_page(viewport={"width": 320, "height": 640})
    small.goto(f"{address}/chat?area=walsall")
    small.get_by_text("Text size and contrast").click()
    small.get_by_role("button", name="White on black").click()
    small.get_by_role("textbox").last.fill(OPENING)
    send(small)
    small.screenshot(path=FOLDER / "small.png")
    small.goto(f"{address}/chat/transcript")
    small.set_viewport_size({"width": 800, "height": 1000})
    small.emulate_media(media="print")
    small.screenshot(path=FOLDER / "copy.png")
    small.close()
    page.close()


def main() -> None:
    """Chat with a question, the result, the inbox and a draft, and the first page of its document."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    documents.picture()
    with running() as service, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 900, "height": 1000})
        page.goto(f"{service.address}/chat?area=walsall")
        page.get_by_role("textbox").last.fill(OPENING)
        send(page)
        page.screenshot(path=FOLDER / "chat.png", full_page=True)
        check(page)
        page.locator("section.card").screenshot(path=FOLDER / "result.png")
        chat_elsewhere(browser, service.address)
        page.get_by_role("button", name="Make the draft referral").click()
        page.get_by_text("Your draft is ready").wait_for()
        page.goto(service.link())
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(re.compile("inbox"))
        page.screenshot(path=FOLDER / "inbox.png", full_page=True)
        page.get_by_role("link", name=re.compile("CSPR-")).click()
        page.get_by_text("practitioner's own words").wait_for()
        page.screenshot(path=FOLDER / "draft.png")
        browser.close()
    for picture in sorted(Path(FOLDER).glob("*.png")):
        print(picture.relative_to(ROOT))


if __name__ == "__main__":
    main()
