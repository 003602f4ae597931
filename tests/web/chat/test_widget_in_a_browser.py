"""The launcher on a partnership's website of another origin, with a strict policy of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from tests.browsing import VIOLATIONS, axe_finds, serving

HOST = "https://walsall.example"
AWAY = "https://www.bbc.co.uk/weather"


@pytest.fixture
def guide_at(guide, app_over) -> Iterator[str]:
    """A service that is reached by https as far as its cookies go, and that the host may frame."""
    with serving(app_over(guide, public_url="https://guide.example", frame_origins=HOST)) as address:
        yield address


def host_page(guide_at: str, attributes: str) -> str:
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Walsall</title></head><body>
    <main><h1>Walsall</h1><p><label>Search <input></label></p></main>
    <script src="{guide_at}/widget.js" data-area="walsall" data-name="Walsall Partnership" {attributes} async></script>
    </body></html>"""


@pytest.fixture
def context(chromium, guide_at) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1000, "height": 800})
    context.set_default_timeout(5_000)
    context.add_init_script(VIOLATIONS)
    policy = f"default-src 'none'; script-src {guide_at}; frame-src {guide_at}"

    def answer(route):
        colour = 'data-colour="#ffdd00" data-position="left"' if "yellow" in route.request.url else ""
        body = host_page(guide_at, colour)
        route.fulfill(body=body, headers={"Content-Type": "text/html", "Content-Security-Policy": policy})

    context.route(f"{HOST}/**", answer)
    context.route(f"{AWAY}**", lambda route: route.fulfill(body="<title>Weather</title>Rain", content_type="text/html"))
    yield context
    context.close()


@pytest.fixture
def host(context) -> Page:
    page = context.new_page()
    page.goto(f"{HOST}/help")
    return page


def opened(host: Page) -> FrameLocator:
    host.get_by_role("button", name="Ask the guide").click()
    frame = host.frame_locator("iframe")
    expect(frame.get_by_role("textbox")).to_be_visible()
    return frame


def begun(host: Page) -> FrameLocator:
    frame = opened(host)
    frame.get_by_role("textbox").fill("A child has died")
    frame.get_by_role("button", name="Continue").click()
    expect(frame.locator("legend")).to_be_visible()
    return frame


def test_one_script_opens_the_guide_in_a_frame_under_a_strict_policy_and_asks_no_other_origin(host, guide_at, guide):
    asked = []
    host.context.on("request", lambda request: asked.append(request.url))
    host.reload()
    frame = begun(host)
    expect(frame.locator("legend")).to_have_text("Is any child in danger now?")
    assert [talk.area for talk in guide.talks.values()] == ["walsall"]
    assert {url.split("/")[2] for url in asked} == {"walsall.example", guide_at.split("/")[2]}
    assert host.evaluate("window.violations") == []
    assert host.frames[1].evaluate("window.violations") == []


def test_the_frame_has_a_title_and_nothing_is_kept_in_the_browser_but_cookies_out_of_scripts_reach(host):
    begun(host)
    assert host.locator("iframe").get_attribute("title") == "Should I refer? Guide of Walsall Partnership"
    for place in (host, host.frames[1]):
        assert place.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    kept = {cookie["name"]: cookie for cookie in host.context.cookies()}
    assert set(kept) == {"conversation", "visit"}
    for cookie in kept.values():
        assert cookie["httpOnly"] and cookie["secure"] and cookie["sameSite"] == "None"
        assert cookie["partitionKey"].startswith(HOST)


def test_it_is_opened_and_hidden_by_keyboard_and_stays_where_it_was(host):
    host.get_by_label("Search").focus()
    host.keyboard.press("Tab")
    launcher = host.get_by_role("button", name="Ask the guide")
    expect(launcher).to_be_focused()
    expect(launcher).to_have_attribute("aria-expanded", "false")
    host.keyboard.press("Enter")
    expect(launcher).to_have_attribute("aria-expanded", "true")
    frame = host.frame_locator("iframe")
    expect(frame.get_by_role("textbox")).to_be_visible()
    expect(frame.locator("#leave")).to_be_hidden()
    host.keyboard.press("Tab")
    host.keyboard.press("Tab")
    expect(frame.locator(".way-out")).to_be_focused()
    frame.get_by_role("textbox").fill("half a sentence")
    host.keyboard.press("Escape")
    expect(launcher).to_be_focused()
    expect(host.locator("iframe")).to_be_hidden()
    host.keyboard.press("Enter")
    expect(frame.get_by_role("textbox")).to_have_value("half a sentence")


@pytest.mark.parametrize("way", ["button in the frame", "button around it", "when hidden", "keys in it", "keys around"])
def test_every_way_out_ends_the_conversation_and_back_finds_nothing(host, guide, way):
    host.goto(f"{HOST}/other")
    host.goto(f"{HOST}/help")
    frame = begun(host)
    if way == "button in the frame":
        frame.locator(".way-out").press("Enter")
    elif way == "button around it":
        host.locator(".bar").get_by_role("button", name="Leave this page quickly").click()
    elif way == "when hidden":
        host.get_by_role("button", name="Hide", exact=True).first.click()
        host.locator(".away").click()
    else:
        if way == "keys around":
            host.get_by_label("Search").focus()
        for _ in range(3):
            host.keyboard.press("Shift")
    expect(host).to_have_url(AWAY)  # frame and page both leave: the first navigation may be cut off by the second
    assert guide.ended.wait(10)  # the browser may send its last word after it has gone
    host.go_back()
    host.wait_for_url(f"{HOST}/other")
    assert host.frames[1:] == []


def test_the_page_is_blank_before_the_way_out_has_loaded(host):
    begun(host)
    # Chromium stays on the page when the way out answers nothing (204): time to look at the blank page.
    host.context.route(f"{AWAY}**", lambda route: route.fulfill(status=204))
    host.locator(".bar").get_by_role("button", name="Leave this page quickly").click()
    blank = host.locator(".blank")
    expect(blank).to_be_visible()
    expect(blank).to_have_css("width", "1000px")
    expect(blank).to_have_css("height", "800px")
    expect(host.locator("iframe")).to_be_hidden()


def test_writing_in_capitals_does_not_leave(host):
    frame = opened(host)
    frame.get_by_role("textbox").press_sequentially("A B C D")
    for letter in "ABCD":
        host.keyboard.press(f"Shift+{letter}")
    assert host.url == f"{HOST}/help"


def test_a_page_of_another_origin_that_imitates_the_guide_is_not_obeyed(host):
    opened(host)
    host.evaluate("window.postMessage({ guide: 1, does: 'leave' }, '*')")
    host.frames[1].evaluate("window.postMessage({ guide: 1, does: 'end' }, '*')")
    host.frames[1].evaluate("parent.postMessage({ does: 'leave' }, '*')")
    host.frames[1].evaluate("parent.postMessage('leave', '*')")
    host.frames[1].evaluate("new Promise(requestAnimationFrame)")
    assert host.url == f"{HOST}/help"
    expect(host.frame_locator("iframe").get_by_role("textbox")).to_be_visible()


def test_a_site_that_is_not_named_cannot_frame_the_guide(chromium, guide_at):
    context = chromium.new_context()
    context.set_default_timeout(5_000)
    context.route(
        "https://other.example/**",
        lambda route: route.fulfill(body=host_page(guide_at, ""), headers={"Content-Type": "text/html"}),
    )
    page = context.new_page()
    page.goto("https://other.example/")
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.get_by_role("button", name="Ask the guide").click()
    context.close()


def test_without_cookies_from_the_frame_the_guide_opens_in_a_tab_of_its_own(chromium, guide, app_over):
    """Over plain http the cookies stay at home, so the browser really sends none from another site's page."""
    with serving(app_over(guide, frame_origins=HOST)) as address:
        context = chromium.new_context()
        context.set_default_timeout(5_000)
        context.route(
            f"{HOST}/**",
            lambda route: route.fulfill(body=host_page(address, ""), headers={"Content-Type": "text/html"}),
        )
        page = context.new_page()
        page.goto(HOST)
        page.get_by_role("button", name="Ask the guide").click()
        frame = page.frame_locator("iframe")
        expect(frame.get_by_role("heading", name="Open the guide in a tab of its own")).to_be_visible()
        assert axe_finds(page) == []
        with context.expect_page() as tab:
            frame.get_by_role("button", name="Open the guide").click()
        expect(tab.value.get_by_role("textbox")).to_be_visible()
        assert tab.value.url == f"{address}/chat?area=walsall"
        context.close()


def test_name_colour_and_side_are_the_partnerships_own(context):
    page = context.new_page()
    page.goto(f"{HOST}/yellow")
    launcher = page.get_by_role("button", name="Ask the guide")
    seen = launcher.evaluate("b => { const s = getComputedStyle(b); return [s.backgroundColor, s.color, s.left] }")
    assert seen == ["rgb(255, 221, 0)", "rgb(11, 12, 12)", "16px"]
    frame = opened(page)
    expect(page.locator(".name")).to_have_text("Walsall Partnership")
    expect(frame.locator("#panel")).to_have_css("border-top-color", "rgb(255, 221, 0)")


@pytest.mark.parametrize("size", [(1000, 800), (320, 256), (320, 640)])
def test_axe_finds_nothing_closed_open_and_in_a_conversation(host, size):
    host.set_viewport_size({"width": size[0], "height": size[1]})
    assert axe_finds(host) == []
    begun(host)
    assert axe_finds(host) == []
    assert host.frames[1].evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    host.get_by_role("button", name="Hide", exact=True).first.click()
    assert axe_finds(host) == []
