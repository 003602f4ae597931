"""axe, the security policy, other origins and the width of every state of the chat, as many kinds of reader see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.browser.chatting import answer_all, send
from tests.browsing import VIOLATIONS, axe_finds
from tests.talking import OPENING

LOOKS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "as designed": ({"viewport": {"width": 1000, "height": 800}}, ()),
    "320 pixels, white on black": ({"viewport": {"width": 320, "height": 256}}, ("White on black",)),
    "200 % text, more contrast": ({"viewport": {"width": 1280, "height": 800}, "contrast": "more"}, ("Largest",)),
    "forced colours": ({"forced_colors": "active", "reduced_motion": "reduce"}, ()),
}


@pytest.fixture(params=LOOKS)
def page(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """The chat, not yet begun."""
    about, pressed = LOOKS[request.param]
    context = chromium.new_context(**about)
    context.add_init_script(VIOLATIONS)
    page = context.new_page()
    page.goto(f"{address}/chat?area=walsall")
    for button in pressed:
        page.get_by_text("Text size and contrast").click()
        with page.expect_response("**/chat/look"):
            page.get_by_role("button", name=button).click()
    yield page
    context.close()


def fine(page: Page) -> None:
    assert axe_finds(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("window.violations") == []


def until(page: Page, kind: str) -> None:
    """Answer until a question of this kind is asked."""
    while not page.locator(kind).count():
        page.locator("input[name=choice][value=no], input[name=choice][value=none_of_these]").or_(
            page.locator("input[name=choice][value=this_area], input[name=choice][value=none]")
        ).first.check()
        send(page)


def test_every_state_is_fine(page: Page, address: str, whole: bool, request: pytest.FixtureRequest) -> None:
    look = request.node.callspec.params["page"]
    asked: set[str] = set()
    page.on("request", lambda request: asked.add("/".join(request.url.split("/")[:3])))
    fine(page)  # the beginning
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#problem")).to_be_visible()
    fine(page)  # an error
    page.get_by_role("textbox").last.fill(OPENING)
    send(page)
    fine(page)  # radios
    if not whole and look != "as designed":
        return  # three pages as each kind of reader sees them
    held = []
    page.route("**/chat", lambda route: held.append(route))
    page.get_by_label("No, everyone is safe now").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("status")).to_contain_text("Reading your answer")
    fine(page)  # waiting
    held[0].continue_()
    page.unroute("**/chat")
    expect(page.get_by_role("status")).to_be_empty()
    until(page, "input[type=checkbox]")
    fine(page)  # checkboxes
    until(page, "input[name=date-day]")
    fine(page)  # a date
    answer_all(page)
    for details in page.locator("details").all():
        details.evaluate("details => { details.open = true }")
    fine(page)  # the result, with its sources open in place
    assert asked == {address}


def test_each_message_is_in_the_accessibility_tree_once_and_focus_is_on_the_new_question(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_context().new_page()
    page.goto(f"{address}/chat?area=walsall")
    page.get_by_role("textbox").last.fill(OPENING)
    send(page)
    for _ in range(3):
        expect(page.locator("#question")).to_be_focused()
        tree = page.get_by_role("log").aria_snapshot()
        messages = page.get_by_role("log").get_by_role("listitem").all_inner_texts()
        assert tree.count("- listitem:") == len(messages)
        for words in {paragraph for message in messages for paragraph in message.split("\n") if len(paragraph) > 20}:
            assert tree.count(words) == 1
        question = page.locator("#question").inner_text()
        assert tree.count(question) == 0
        assert page.locator("#answer").aria_snapshot().count(question) == 2  # the group's name, and its text
        page.locator("input[name=choice]").nth(1).check()
        send(page)
    page.context.close()


def test_from_the_launcher_to_the_draft_by_keyboard_alone(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/?area=walsall")
    launcher = page.get_by_role("button", name="Ask the guide")
    expect(launcher).to_be_visible()
    tab_to(page, launcher)
    page.keyboard.press("Enter")
    frame = page.frame_locator("iframe")
    expect(frame.locator("#leave")).to_be_hidden()
    tab_to(page, frame.get_by_role("textbox"))
    page.keyboard.type(OPENING)
    page.keyboard.press("Enter")
    for _ in range(30):
        expect(frame.locator("#question").or_(frame.locator(".card h2"))).to_be_focused()
        if not frame.locator("#question").count():
            break
        by_keyboard(page, frame)
    draft = frame.get_by_role("button", name="Make the draft referral")
    tab_to(page, draft)
    page.keyboard.press("Enter")
    expect(frame.locator("#log")).to_contain_text("CSPR-")
    context.close()


def tab_to(page: Page, wanted: Locator, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("e => e === e.getRootNode().activeElement"):
            return
    raise AssertionError(f"{most} presses of Tab do not come to {wanted}")


def by_keyboard(page: Page, frame: FrameLocator) -> None:
    """Answer the question that has focus."""
    before = frame.locator("input[name=seen]").input_value()
    page.keyboard.press("Tab")
    if frame.locator("input[name=date-day]").count():
        for part in ("20", "11", "2026"):
            page.keyboard.type(part)
            page.keyboard.press("Tab")
        frame.locator("input[name=date-year]").focus()
    elif frame.locator("input[type=checkbox]").count():
        tab_to(page, frame.get_by_label("None of these"))
        page.keyboard.press("Space")
    else:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(frame.locator("input[name=seen]")).not_to_have_value(before)
