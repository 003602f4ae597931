"""Going through the check on the chat page, as a practitioner does."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.talking import ANSWERS

DATES = {"incident_on": ("17", "11", "2026"), "la_aware_on": ("20", "11", "2026")}


def send(page: Page) -> None:
    """Press Continue and wait until the turn has been answered."""
    before = page.locator("input[name=seen]").input_value()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("input[name=seen]")).not_to_have_value(before)


def answer_all(page: Page) -> list[str]:
    """Answer every question with ANSWERS; gives the legends in their order."""
    legends = []
    while page.locator("#question").count():
        legends.append(page.locator("#question").inner_text())
        answer(page)
        send(page)
    return legends


def answer(page: Page) -> None:
    """Fill in the answer of ANSWERS to the question that stands on the page."""
    fact = next(f for f in ANSWERS if page.locator(f"[data-question={f}]").count())
    if fact in DATES:
        for part, value in zip(("day", "month", "year"), DATES[fact], strict=True):
            page.locator(f"input[name=date-{part}]").fill(value)
    else:
        page.locator(f"input[name=choice][value='{ANSWERS[fact]}']").check()
