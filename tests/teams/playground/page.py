"""Handling the Playground's page."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

ADDRESS = "http://localhost:56150/"


def opened(browser: Browser) -> Page:
    """The personal chat, ready to be written in."""
    page = browser.new_page(viewport={"width": 1100, "height": 1000})
    page.set_default_timeout(20_000)
    page.goto(ADDRESS)
    page.get_by_role("textbox").last.wait_for()
    return page


def say(page: Page, text: str) -> None:
    """Type it and send it."""
    box = page.get_by_role("textbox").last
    box.click()
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")
