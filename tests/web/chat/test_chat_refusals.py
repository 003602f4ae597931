"""What the page does with an answer that cannot be taken: the reason beside the field, nothing lost or stored."""

from __future__ import annotations

import pytest

from bot.channels.problems import Problem


@pytest.fixture
def asked(browser):
    browser.open()
    browser.send(text="A child has died")
    return browser


def described_by(page, field: str) -> str:
    return page.fields[field].get("aria-describedby") or ""


def test_sending_nothing_is_refused_beside_the_field(browser, guide):
    browser.open()
    page = browser.send()
    assert browser.status == 400
    assert "There is a problem" in page.words
    assert "text-error" in described_by(page, "text") and "text-error" in page.ids
    assert guide.talks == {}


def test_an_answer_that_is_too_long_is_kept(asked, guide):
    long = "A very long story. " * 200
    page = asked.send(text=long)
    assert asked.status == 400
    assert page.values["text"] == long.strip()
    assert guide.said() == ["A child has died"]


def test_words_beside_a_choice_are_a_note_to_it(asked, guide):
    asked.send(choice="no", text="but I am not sure")
    assert asked.status == 200
    assert guide.said() == ["A child has died", "No, everyone is safe. but I am not sure"]


def test_none_of_these_together_with_others_is_refused(asked, guide):
    asked.send(choice="no")
    page = asked.send(choice=["mind", "none_of_these"])
    assert asked.status == 400
    assert "not both" in page.words and "choice-error" in page.ids
    assert len(guide.said()) == 2


def test_a_date_that_is_none_is_refused_beside_its_fields_and_kept(asked, guide):
    asked.send(choice="no")
    asked.send(choice=["mind"])
    page = asked.send(date_day="31", date_month="11", date_year="2026")
    assert asked.status == 400
    assert "Date must be a real date" in page.words and "date-error" in page.ids
    assert [page.values[f"date-{part}"] for part in ("day", "month", "year")] == ["31", "11", "2026"]
    assert len(guide.said()) == 3


def test_an_answer_from_an_older_page_does_not_count_for_the_present_question(asked, guide):
    old = dict(asked.page.values)
    asked.send(choice="no")
    response = asked.client.post("/chat", data={**old, "choice": "unknown"})
    assert response.status_code == 409
    assert len(guide.said()) == 2


def test_a_choice_that_is_not_open_is_refused_with_the_reason(asked, guide):
    page = asked.send(choice="/restart")
    assert asked.status == 400
    assert "That choice is no longer open." in page.words
    assert guide.said() == ["A child has died"]


def test_a_busy_guide_says_when_to_try_again_and_keeps_the_words(browser, guide):
    guide.trouble = Problem(503, "Not taken", "I could not store your message. Send it again.", 5)
    browser.open()
    page = browser.send(text="A child has died")
    assert (browser.status, browser.headers["retry-after"]) == (503, "5")
    assert page.values["text"] == "A child has died"


@pytest.mark.parametrize("forged", ["", "0" * 64, "é"])
def test_a_form_that_is_not_ours_is_refused(asked, guide, forged):
    asked.send(csrf=forged, choice="no")
    assert asked.status == 403
    assert guide.said() == ["A child has died"]


def test_a_form_of_another_conversation_is_refused(asked, guide, app_over):
    other = type(asked)(app_over(guide))
    other.open()
    other.send(text="Another case")
    asked.send(csrf=other.page.values["csrf"], choice="no")
    assert asked.status == 403


def test_without_cookies_the_page_says_that_it_needs_them(browser, guide):
    browser.open()
    browser.client.cookies.clear()
    page = browser.send(text="A child has died")
    assert browser.status == 403
    assert "cookies" in page.words
    assert page.values["text"] == "A child has died"
    assert guide.talks == {}


def test_a_conversation_that_is_over_is_left_and_what_was_typed_stays(asked, guide):
    next(iter(guide.talks.values())).over = True
    page = asked.send(text="one more thing")
    assert asked.status == 403
    assert "That conversation is over" in page.words
    assert page.values["text"] == "one more thing"
    asked.send(text="one more thing")
    assert (asked.status, len(guide.talks)) == (200, 2)


def test_tags_that_somebody_types_are_shown_as_typed(browser):
    browser.open()
    browser.send(text="<script>alert(1)</script> & <b>bold</b>")
    html = browser.client.get("/chat").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold" in html
