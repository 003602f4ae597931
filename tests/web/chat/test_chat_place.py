"""The chat in a frame on a partnership's website."""

from __future__ import annotations

import pytest

HOST = "https://walsall.example"
FRAMED = f"/chat?frame=1&area=walsall&host={HOST}&colour=005ea5"


@pytest.fixture
def abroad(browser, app_over, guide):
    """A browser over a service that walsall.example may frame."""
    abroad = type(browser)(app_over(guide, public_url="https://guide.example", frame_origins=HOST))
    abroad.client.base_url = "https://guide.example"
    return abroad


def frame_ancestors(headers):
    return headers["content-security-policy"].split("frame-ancestors ")[1].split("; ")[0]


def test_the_chat_may_be_framed_by_the_sites_that_are_set_and_nothing_else_may(abroad):
    assert frame_ancestors(abroad.client.get("/chat").headers) == f"'self' {HOST}"
    for path in ("/", "/privacy", "/static/guide.css", "/chatter"):
        assert frame_ancestors(abroad.client.get(path).headers) == "'self'"


def test_cookies_go_along_into_a_frame_and_are_kept_apart_for_each_site(abroad):
    cookie = abroad.client.get(FRAMED, follow_redirects=False).headers["set-cookie"]
    for part in ("HttpOnly", "Secure", "SameSite=none", "Partitioned", "Path=/chat"):
        assert part in cookie


def test_where_nobody_may_frame_the_chat_cookies_stay_at_home(browser):
    cookie = browser.client.get("/chat").headers["set-cookie"]
    assert "SameSite=lax" in cookie and "Partitioned" not in cookie


def test_a_frame_keeps_its_place_from_turn_to_turn(abroad):
    abroad.open(FRAMED)
    assert 'class="govuk-template__body framed"' in abroad.client.get(FRAMED).text
    answer = abroad.client.post(
        "/chat?frame=1&host=https://walsall.example&colour=005ea5",
        data={**abroad.page.values, "text": "A child has died"},
        follow_redirects=False,
    )
    assert answer.headers["location"] == "/chat?frame=1&host=https%3A%2F%2Fwalsall.example&colour=005ea5#latest"


@pytest.mark.parametrize(
    "address",
    [
        "/chat?frame=1&host=https://evil.example&colour=red;}",
        "/chat?frame=1&host=null&colour=%22onload",
        "/chat?frame=1&host=*",
    ],
)
def test_what_the_address_may_not_say_is_left_out(abroad, address):
    abroad.open(address)
    html = abroad.client.get(address).text
    assert 'data-host=""' in html and 'data-colour=""' in html


def test_a_browser_that_sends_no_cookies_from_a_frame_is_led_to_a_tab_of_its_own(abroad):
    first = abroad.client.get(FRAMED, follow_redirects=False)
    assert first.status_code == 303
    abroad.client.cookies.clear()
    page = abroad.open(first.headers["location"])
    assert "Open the guide in a tab of its own" in page.words
    assert "call 999" in page.words
    assert "text" not in page.fields


def test_a_browser_that_sends_them_gets_the_chat(abroad):
    assert "text" in abroad.open(FRAMED).fields
