"""The pages around the chat."""

from __future__ import annotations

from datetime import date


def test_the_home_page_offers_every_area_and_each_leads_to_its_chat(browser):
    html = browser.client.get("/").text
    assert 'href="/?area=walsall"' in html and 'href="/?area=darlington"' in html
    assert 'href="/chat?area=walsall"' in browser.client.get("/?area=walsall").text


def test_a_demonstration_page_says_that_it_is_one(browser):
    assert "not the partnership's own website" in browser.open("/?area=walsall").words


def test_an_area_without_a_page_is_not_found(browser):
    page = browser.open("/?area=<b>atlantis")
    assert browser.status == 404
    assert "walsall, darlington" in page.words


def test_the_header_names_the_partnership_of_the_conversation(browser):
    browser.open("/chat?area=darlington")
    browser.send(text="A child has died")
    assert browser.open().words.count("Darlington Safeguarding Partnership") == 1


def test_an_area_that_is_none_is_not_passed_on(browser, guide):
    browser.open("/chat?area=atlantis")
    browser.send(text="A child has died")
    assert [talk.area for talk in guide.talks.values()] == [None]


def test_a_fixed_date_is_said_on_every_page(browser, app_over, guide):
    fixed = type(browser)(app_over(guide, today=date(2026, 12, 23)))
    for path in ("/", "/chat", "/privacy", "/accessibility"):
        assert "today is taken to be Wednesday 23 December 2026." in fixed.open(path).words
        assert "taken to be" not in browser.open(path).words


def test_the_privacy_notice_gives_the_hours_that_are_set(browser, app_over, guide):
    other = type(browser)(app_over(guide, conversation_hours=36))
    assert "36 hours" in other.open("/privacy").words


def test_the_accessibility_statement_does_not_claim_an_audit(browser):
    words = browser.open("/accessibility").words
    assert "Nobody has audited this service yet" in words
    assert "Accessibility Regulations 2018" in words


def test_no_page_has_a_script_or_style_of_its_own(browser):
    for path in ("/", "/?area=walsall", "/chat", "/privacy", "/accessibility"):
        html = browser.client.get(path).text
        assert " style=" not in html and "<style" not in html and " onclick" not in html
        ours = html.count('<script type="module" src="/static/') + html.count('<script src="/widget.js"')
        assert html.count("<script") == ours
        assert 'href="http' not in html and 'src="http' not in html
