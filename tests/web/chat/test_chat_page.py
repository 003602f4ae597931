"""A conversation by form posts alone, as without JavaScript."""

from __future__ import annotations


def test_the_page_shows_what_was_said_and_asks_the_question_once(browser, guide):
    browser.open("/chat?area=walsall")
    page = browser.send(text="A child has died")
    assert browser.status == 200
    assert "You said A child has died" in page.words
    assert page.words.count("Is any child in danger now?") == 1
    assert {"choice", "choice-2", "choice-3", "text"} <= set(page.fields)
    assert [talk.area for talk in guide.talks.values()] == ["walsall"]


def test_a_whole_check_can_be_answered_by_radios_checkboxes_and_date_fields(browser, guide):
    browser.open()
    browser.send(text="A child has died")
    browser.send(choice="no")
    browser.send(choice=["life", "mind"])
    page = browser.send(date_day="22", date_month="12", date_year="2026")
    assert guide.said() == [
        "A child has died",
        "No, everyone is safe",
        "An injury that put life at risk; Harm to mental health",
        "22 December 2026",
    ]
    assert "22 December 2026" in page.words


def test_any_question_may_be_answered_by_typing(browser, guide):
    browser.open()
    browser.send(text="A child has died")
    browser.send(text="everyone is safe")
    browser.send(text="none")
    browser.send(text="last Tuesday")
    assert guide.said()[1:] == ["everyone is safe", "none", "last Tuesday"]


def test_a_date_may_be_said_to_be_unknown(browser, guide):
    browser.open()
    browser.send(text="A child has died")
    browser.send(choice="no")
    browser.send(choice=["none_of_these"])
    browser.send(choice="unknown")
    assert guide.said()[-2:] == ["None of these", "I do not know"]


def test_a_taken_turn_is_redirected_so_that_reload_sends_nothing(browser, guide):
    browser.open()
    response = browser.client.post(
        "/chat", data={**browser.page.values, "text": "A child has died"}, follow_redirects=False
    )
    assert (response.status_code, response.headers["location"]) == (303, "/chat#latest")
    browser.open()
    browser.open()
    assert "latest" in browser.page.ids
    assert guide.said() == ["A child has died"]


def test_a_button_keeps_what_was_typed_beside_it(browser, guide):
    browser.open()
    browser.send(text="A child has died")
    page = browser.send(button="explain_why", text="half a sentence")
    assert "Because safety comes first." in page.words
    assert page.values["text"] == "half a sentence"
    assert guide.said()[-1] == "Why do you ask?"


def test_a_new_conversation_shows_nothing_of_the_old_one(browser, guide):
    browser.open("/chat?area=walsall")
    browser.send(text="A child has died")
    response = browser.client.post("/chat/new", data={"csrf": browser.page.values["csrf"]})
    assert str(response.url).endswith("/chat?area=walsall")
    assert "A child has died" not in response.text
    assert "conversation" not in browser.client.cookies
    browser.open("/chat?area=walsall")
    browser.send(text="Another case")
    assert len(guide.talks) == 2


def test_the_script_gets_only_the_new_messages_and_the_form(browser):
    browser.open()
    browser.send(text="A child has died")
    page = browser.send(headers={"X-Requested-With": "fetch"}, choice="no")
    assert {"new", "panel", "answer"} <= page.ids
    assert "main-content" not in page.ids
    assert "A child has died" not in page.words
    assert "Did the child have any of these?" in page.words


def test_options_that_stand_alone_come_after_a_divider(browser):
    browser.open()
    browser.send(text="A child has died")
    page = browser.send(choice="no")
    assert "Harm to mental health or None of these I do not know" in page.words
    alone = [field["value"] for field in page.fields.values() if field.get("data-behaviour") == "exclusive"]
    assert alone == ["none_of_these", "unknown"]


def test_the_page_always_says_to_call_999(browser):
    assert "If a child is in danger now, call 999." in browser.open().words
    assert "If a child is in danger now, call 999." in browser.send(text="A child has died").words
