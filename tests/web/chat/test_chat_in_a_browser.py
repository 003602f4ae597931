"""The page in a real browser: with its script, without it, and when the server cannot be reached."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing import axe_finds, tell


def test_an_answer_is_sent_without_leaving_the_page_and_focus_goes_to_the_next_question(page):
    page.evaluate("window.still = true")
    tell(page, "A child has died")
    expect(page.locator("legend [data-focus]")).to_be_focused()
    expect(page.locator("legend")).to_have_text("Is any child in danger now?")
    expect(page.get_by_role("log").get_by_role("listitem")).to_have_text(["You said A child has died"])
    assert page.evaluate("window.still")
    assert page.evaluate("window.violations") == []


def test_a_page_that_is_opened_takes_no_focus(page):
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_enter_sends_and_shift_enter_starts_a_line(page, guide):
    box = page.get_by_role("textbox")
    box.press_sequentially("A child")
    box.press("Shift+Enter")
    box.press_sequentially("has died")
    box.press("Enter")
    expect(page.locator("legend")).to_be_visible()
    assert [said.split() for said in guide.said()] == [["A", "child", "has", "died"]]


def test_the_whole_check_by_keyboard_alone(page, guide):
    page.get_by_role("textbox").focus()
    page.keyboard.type("A child has died")
    page.keyboard.press("Enter")
    expect(page.locator("legend [data-focus]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_label("None of these")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Day")).to_be_visible()
    page.keyboard.press("Tab")
    for part in ("22", "12", "2026"):
        page.keyboard.type(part)
        page.keyboard.press("Tab")
    page.get_by_label("Year").press("Enter")
    expect(page.get_by_role("log")).to_contain_text("I heard you.")
    assert guide.said()[1:] == ["No, everyone is safe", "An injury that put life at risk", "22 December 2026"]


def test_none_of_these_unticks_the_others(page):
    tell(page, "A child has died")
    page.get_by_label("No, everyone is safe").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Harm to mental health").check()
    page.get_by_label("None of these").check()
    expect(page.get_by_label("Harm to mental health")).not_to_be_checked()


def test_a_refused_answer_moves_focus_to_the_summary_and_keeps_the_words(page):
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#problem")).to_be_focused()
    assert "text-error" in page.get_by_role("textbox").get_attribute("aria-describedby")
    tell(page, "A child has died")
    expect(page.locator("#problem")).to_have_count(0)


def test_pressing_twice_sends_once(page, guide):
    page.get_by_role("textbox").fill("A child has died")
    page.evaluate("const b = document.getElementById('continue'); b.click(); b.click()")
    expect(page.locator("legend")).to_be_visible()
    assert guide.said() == ["A child has died"]


def test_while_it_waits_the_page_says_so_in_words(page):
    held = []
    page.route("**/chat", lambda route: held.append(route))
    tell(page, "A child has died")
    expect(page.get_by_role("status")).to_have_text("Sending...")
    expect(page.get_by_role("button", name="Continue")).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_role("status")).to_contain_text("Reading your answer")
    held[0].continue_()
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.get_by_role("button", name="Continue")).to_have_attribute("aria-disabled", "false")


def test_a_lost_connection_keeps_the_words_and_the_next_try_goes_through(page, guide):
    page.route("**/chat", lambda route: route.abort())
    tell(page, "A child has died")
    expect(page.get_by_role("status")).to_contain_text("was not sent")
    expect(page.get_by_role("textbox")).to_have_value("A child has died")
    page.unroute("**/chat")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("legend")).to_be_visible()
    assert guide.said() == ["A child has died"]


def test_an_answer_that_was_lost_on_its_way_back_is_not_taken_twice(page, guide):
    page.route("**/chat", lambda route: (route.fetch(), route.abort()))
    tell(page, "A child has died")
    expect(page.get_by_role("status")).to_contain_text("was not sent")
    page.unroute("**/chat")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("log")).to_contain_text("A child has died")
    assert guide.said() == ["A child has died"]


def test_an_unusable_answer_is_followed_by_an_ordinary_form_post(page, guide):
    page.route("**/chat", lambda route: route.fulfill(status=502, body="Bad gateway"))
    tell(page, "A child has died")
    expect(page.get_by_role("status")).to_contain_text("was not sent")
    page.unroute("**/chat")
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/chat#latest")
    assert guide.said() == ["A child has died"]


def test_without_javascript_the_check_comes_to_the_same(chromium, address, guide):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/chat")
    tell(page, "A child has died")
    page.get_by_label("No, everyone is safe").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Harm to mental health").check()
    page.get_by_role("button", name="Continue").click()
    for part, value in (("Day", "22"), ("Month", "12"), ("Year", "2026")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("log")).to_contain_text("I heard you.")
    assert guide.said()[1:] == ["No, everyone is safe", "Harm to mental health", "22 December 2026"]
    context.close()


@pytest.mark.parametrize("path", ["/", "/?area=walsall", "/privacy", "/accessibility", "/chat"])
def test_axe_finds_nothing_on_the_pages(page, address, path):
    page.goto(address + path)
    assert axe_finds(page) == []


def test_axe_finds_nothing_at_any_step_and_nothing_is_wider_than_a_small_screen(page):
    page.set_viewport_size({"width": 320, "height": 640})
    steps = [
        lambda: page.get_by_role("button", name="Continue").click(),
        lambda: tell(page, "A child has died"),
        lambda: page.get_by_label("No, everyone is safe").check(),
        lambda: page.get_by_role("button", name="Continue").click(),
        lambda: page.get_by_label("Harm to mental health").check(),
        lambda: page.get_by_role("button", name="Continue").click(),
        lambda: page.get_by_label("Day").fill("40"),
        lambda: page.get_by_role("button", name="Continue").click(),
    ]
    for step in steps:
        step()
        page.wait_for_load_state("networkidle")
        assert axe_finds(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert axe_finds(page) == []
