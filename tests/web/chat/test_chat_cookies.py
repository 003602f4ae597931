"""What the browser is made to hold."""

from __future__ import annotations


def cookies_set(response):
    return {line.split("=")[0]: line for line in response.headers.get_list("set-cookie")}


def first_message(browser):
    browser.open()
    data = {**browser.page.values, "text": "A child has died"}
    return browser.client.post("/chat", data=data, follow_redirects=False)


def test_the_conversation_is_out_of_reach_of_scripts_and_of_other_sites(browser, guide):
    cookie = cookies_set(first_message(browser))["conversation"]
    assert next(iter(guide.talks)) in cookie
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/chat" in cookie
    assert "Max-Age" not in cookie and "expires" not in cookie.lower()


def test_cookies_are_secure_where_the_service_is_reached_by_https(guide, browser, app_over):
    assert "Secure" not in cookies_set(first_message(browser))["conversation"]
    secure = type(browser)(app_over(guide, public_url="https://guide.example"))
    secure.client.base_url = "https://testserver"
    assert "Secure" in cookies_set(first_message(secure))["conversation"]


def test_looking_at_the_page_begins_no_conversation(browser, guide):
    browser.open()
    browser.open()
    assert guide.talks == {}
    assert "conversation" not in browser.client.cookies


def test_the_token_is_nowhere_in_the_page(browser, guide):
    first_message(browser)
    assert next(iter(guide.talks)) not in browser.client.get("/chat").text
