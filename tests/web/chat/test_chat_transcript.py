"""A copy of the conversation."""

from __future__ import annotations

from bot.channels.model import Reply, SourceLink


def test_the_page_to_print_holds_every_message_once_and_no_form(browser):
    browser.open("/chat?area=walsall")
    browser.send(text="A child has died")
    browser.send(choice="no")
    page = browser.open("/chat/transcript")
    for words in ("A child has died", "Is any child in danger now?", "No, everyone is safe", "Did the child have any"):
        assert page.words.count(words) == 1
    assert "text" not in page.fields
    assert browser.headers["cache-control"] == "no-store"


def test_the_text_file_says_who_said_what_and_where_it_comes_from(browser, guide_of, app_over):
    reply = Reply(text="Five days.", sources=(SourceLink(source="Working Together", section="chapter 5"),))
    fresh = type(browser)(app_over(guide_of(reply)))
    fresh.open("/chat?area=walsall")
    fresh.send(text="How long?")
    answer = fresh.client.get("/chat/transcript.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="conversation.txt"'
    assert "You said:\nHow long?\n\nGuide said:\nFive days.\nWorking Together, chapter 5\n" in answer.text
    assert "Walsall Safeguarding Partnership" in answer.text


def test_before_anything_was_said_it_says_so(browser):
    assert "Nothing has been said yet." in browser.open("/chat/transcript").words


def test_a_stranger_gets_nothing_of_it(browser, app_over, guide):
    browser.open()
    browser.send(text="A child has died")
    stranger = type(browser)(app_over(guide))
    assert "A child has died" not in stranger.client.get("/chat/transcript.txt").text
