"""Leaving quickly and staying longer, without JavaScript."""

from __future__ import annotations

from datetime import timedelta

from bot.storage.base import now


def begin(browser):
    browser.open("/chat?area=walsall")
    browser.send(text="A child has died")
    return browser.page.values["csrf"]


def test_leaving_ends_the_conversation_and_leads_away(browser, guide):
    csrf = begin(browser)
    answer = browser.client.post("/chat/leave", data={"csrf": csrf})
    assert answer.headers["refresh"] == "0; url=https://www.bbc.co.uk/weather"
    assert "A child has died" not in answer.text
    assert next(iter(guide.talks.values())).over
    assert not browser.client.cookies


def test_leaving_closes_the_form_too(browser):
    left = browser.client.post("/chat/leave")
    [gone] = [each for each in left.headers.get_list("set-cookie") if each.startswith("form=")]
    assert gone.startswith('form="";') and "Max-Age=0" in gone and "Path=/form" in gone


def test_back_after_leaving_finds_an_empty_page(browser):
    csrf = begin(browser)
    browser.client.post("/chat/leave", data={"csrf": csrf})
    page = browser.open()
    assert "A child has died" not in page.words
    assert browser.headers["cache-control"] == "no-store"


def test_a_copy_of_the_token_opens_nothing_after_leaving(browser, guide):
    csrf = begin(browser)
    browser.client.post("/chat/leave", data={"csrf": csrf})
    browser.client.cookies.set("conversation", next(iter(guide.talks)), path="/chat")
    assert "That conversation is over" in browser.open().words


def test_another_site_can_end_nothing(browser, guide):
    begin(browser)
    browser.client.post("/chat/leave", data={"csrf": "guessed"})
    assert not next(iter(guide.talks.values())).over


def test_leaving_before_anything_was_said_leads_away_too(browser):
    browser.open()
    answer = browser.client.post("/chat/leave", data={"csrf": browser.page.values["csrf"]})
    assert answer.headers["refresh"].endswith("weather")


def test_where_leaving_leads_is_a_setting(browser, app_over, guide):
    other = type(browser)(app_over(guide, leave_to="https://www.metoffice.gov.uk/"))
    other.open()
    answer = other.client.post("/chat/leave", data={"csrf": other.page.values["csrf"]})
    assert answer.headers["refresh"] == "0; url=https://www.metoffice.gov.uk/"


def test_keeping_it_open_starts_its_hours_afresh_and_keeps_what_was_typed(browser, guide):
    begin(browser)
    talk = next(iter(guide.talks.values()))
    talk.expires_at = now() + timedelta(minutes=5)
    answer = browser.client.post("/chat/extend", data={**browser.page.values, "text": "half a sentence"})
    assert talk.expires_at > now() + timedelta(hours=23)
    assert "half a sentence" in answer.text
    assert guide.said() == ["A child has died"]


def test_another_site_can_keep_nothing_open(browser, guide):
    begin(browser)
    talk = next(iter(guide.talks.values()))
    talk.expires_at = until = now() + timedelta(minutes=5)
    assert browser.client.post("/chat/extend", data={"csrf": "guessed"}).status_code == 403
    assert talk.expires_at == until


def test_the_page_says_until_when_it_can_be_opened_again(browser):
    begin(browser)
    assert "You can come back to this conversation in this browser until" in browser.page.words
