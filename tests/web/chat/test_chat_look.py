"""Text size and contrast, without JavaScript."""

from __future__ import annotations

import re

import pytest


def classes(browser, path="/chat"):
    found = re.search(r'<html lang="en-GB" class="([^"]*)"', browser.client.get(path).text)
    assert found
    return found.group(1).split()


def press(browser, **pressed):
    return browser.client.post("/chat/look", data={"back": "/chat?area=walsall", **pressed})


def test_what_is_pressed_holds_on_every_page_until_it_is_changed(browser):
    assert str(press(browser, size="largest").url).endswith("/chat?area=walsall")
    press(browser, contrast="high")
    for path in ("/", "/chat", "/privacy", "/accessibility"):
        assert {"look-largest", "look-high"} <= set(classes(browser, path))
    press(browser, size="")
    assert "look-largest" not in classes(browser)
    assert "look-high" in classes(browser)


@pytest.mark.parametrize("held", ["largest", "x.y", '"><script>.high', "large.high.more", ""])
def test_a_cookie_that_says_something_else_does_no_harm(browser, held):
    browser.client.cookies.set("look", held)
    assert {name for name in classes(browser) if name.startswith("look-")} <= {
        "look-large",
        "look-largest",
        "look-high",
    }


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", ""])
def test_it_leads_back_to_our_own_pages_only(browser, back):
    answer = browser.client.post("/chat/look", data={"back": back, "size": "large"}, follow_redirects=False)
    assert answer.headers["location"] == "/inbox"


def test_the_button_that_holds_says_so(browser):
    press(browser, contrast="high")
    html = browser.client.get("/chat").text
    assert re.search(r'name="contrast" value="high" aria-pressed="true"', html)
    assert re.search(r'name="contrast" value="" aria-pressed="false"', html)
