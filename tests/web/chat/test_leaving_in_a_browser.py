"""Leaving, hiding and being warned on the page by itself."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from bot.storage.base import now
from tests.browsing import axe_finds, tell

AWAY = "https://www.bbc.co.uk/weather"


def weather(route: Route) -> None:
    route.fulfill(body="<title>Weather</title>", content_type="text/html")


@pytest.fixture
def begun(page) -> Page:
    page.context.route(f"{AWAY}**", weather)
    tell(page, "A child has died")
    expect(page.locator("legend")).to_be_visible()
    return page


def leave_by(page: Page, way: str) -> None:
    if way == "button":
        page.locator("#leave").get_by_role("button", name="Leave this page quickly").click()
    elif way == "first stops of Tab":
        page.locator(".way-out").press("Enter")
    else:
        for _ in range(3):
            page.keyboard.press("Shift")


@pytest.mark.parametrize("way", ["button", "first stops of Tab", "Shift three times"])
def test_every_way_out_ends_the_conversation_and_back_finds_nothing(begun, guide, way):
    leave_by(begun, way)
    begun.wait_for_url(AWAY)
    assert guide.ended.wait(10)  # the browser may send its last word after it has gone
    begun.go_back()
    assert begun.url == "about:blank"


def test_without_javascript_the_button_does_the_same(chromium, address, guide):
    context = chromium.new_context(java_script_enabled=False)
    context.route(f"{AWAY}**", weather)
    page = context.new_page()
    page.goto(f"{address}/chat")
    tell(page, "A child has died")
    page.locator("#leave").get_by_role("button", name="Leave this page quickly").click()
    page.wait_for_url(AWAY)
    assert guide.ended.wait(10)  # the browser may send its last word after it has gone
    page.goto(f"{address}/chat")
    expect(page.get_by_text("A child has died")).to_have_count(0)
    context.close()


def test_two_presses_are_told_and_forgotten_when_another_key_comes(begun):
    begun.keyboard.press("Shift")
    begun.keyboard.press("Shift")
    expect(begun.locator("#presses")).to_have_text("Press Shift once more to leave this page.")
    begun.keyboard.press("a")
    expect(begun.locator("#presses")).to_be_empty()
    begun.keyboard.press("Shift")
    expect(begun.locator("#presses")).to_have_text("Press Shift twice more to leave this page.")


def test_the_page_is_blank_at_once_and_axe_finds_nothing_wrong_with_it(begun):
    # Chromium stays on the page when the way out answers nothing (204): time to look at the blank page.
    begun.context.route(f"{AWAY}**", lambda route: route.fulfill(status=204))
    leave_by(begun, "button")
    expect(begun.get_by_role("alert")).to_have_text("Leaving this page")
    expect(begun.locator("body > *")).to_have_count(1)
    assert axe_finds(begun) == []


def test_hiding_shows_nothing_and_showing_again_has_kept_what_was_typed(begun):
    begun.get_by_role("textbox").fill("half a sentence")
    begun.get_by_role("button", name="Hide").click()
    expect(begun.get_by_text("A child has died")).to_be_hidden()
    expect(begun).to_have_title("This page is hidden.")
    assert axe_finds(begun) == []
    begun.get_by_role("button", name="Show the conversation").press("Enter")
    expect(begun.get_by_role("textbox")).to_have_value("half a sentence")
    expect(begun.get_by_role("button", name="Hide")).to_be_focused()


def test_before_the_conversation_ends_the_page_warns_and_more_time_is_one_press(begun, guide):
    talk = next(iter(guide.talks.values()))
    expect(begun.locator("#ending")).to_be_empty()
    talk.expires_at = now() + timedelta(minutes=5)
    begun.evaluate("dispatchEvent(new Event('focus'))")  # the page asks how the conversation stands
    expect(begun.get_by_role("alert")).to_contain_text(re.compile("This conversation ends in [45] minutes"))
    assert axe_finds(begun) == []
    begun.get_by_role("textbox").fill("half a sentence")
    begun.get_by_role("button", name="Keep it open for longer").click()
    expect(begun.locator("#ending")).to_be_empty()
    expect(begun.get_by_role("textbox")).to_have_value("half a sentence")
    assert talk.expires_at > now() + timedelta(hours=23)
    assert guide.said() == ["A child has died"]


def test_size_and_contrast_change_at_once_and_lose_nothing_typed(begun):
    begun.get_by_role("textbox").fill("half a sentence")
    begun.get_by_text("Text size and contrast").click()
    begun.get_by_role("button", name="White on black").click()
    begun.get_by_role("button", name="Largest").click()
    expect(begun.locator("body")).to_have_css("background-color", "rgb(0, 0, 0)")
    expect(begun.locator("html")).to_have_css("font-size", "32px")
    expect(begun.get_by_role("textbox")).to_have_value("half a sentence")
    with begun.expect_response("**/chat"):
        begun.reload()
    expect(begun.locator("html")).to_have_css("font-size", "32px")
