"""A practitioner talks with the guide in Teams, seen through Microsoft's own client emulator."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.settings import Settings
from bot.storage.database import Sessions
from tests.talking import OPENING, Talker
from tests.teams.playground.cast import PERSONAL
from tests.teams.playground.checking import by_cards, by_words, draft, record, told
from tests.teams.playground.client import Playground, Shown
from tests.teams.playground.inside import SLOW


def inputs(shown: Shown) -> list[str]:
    return [part["type"] for part in (shown.card or {})["body"] if part["type"].startswith("Input.")]


def test_the_welcome_is_said_once_though_teams_announces_twice(playground: Playground) -> None:
    playground.uninstall()
    before = len(playground.events)
    playground.install()
    welcome = playground.message(holding="Should I refer?")
    playground.press(welcome, "Start the check")
    assert playground.question().question == "immediate_danger"
    said = [Shown(event) for event in playground.events[before:] if event["action"] == "createMessage"]
    assert sum("automated guide" in shown.words for shown in said) == 1


def test_the_check_by_cards_and_by_words_and_on_the_web_is_the_same(
    playground: Playground, personal: Playground, kept: Sessions, client: TestClient, app: FastAPI
) -> None:
    web = Talker(client)
    web.say(OPENING)
    web.answer()
    assert web.assessment is not None
    assessment = web.assessment
    [made] = [reply["referral"] for reply in web.choose("draft_referral") if reply["referral"]]
    on_the_web = record(app.state.sessions, made["reference"])
    result = by_cards(personal)
    for words in (assessment["headline"]["title"], "What to do now", "By when", "What applies"):
        assert words in result.words
    cards = record(kept, draft(personal, result))
    playground.uninstall()
    words = record(kept, draft(personal, by_words(personal)))
    assert cards["assessment"] == words["assessment"] == assessment
    assert cards == on_the_web
    assert words == on_the_web


def test_a_question_in_the_middle_is_answered_and_the_check_goes_on(personal: Playground) -> None:
    asked = personal.ask(OPENING)
    personal.say("What is a rapid review?")
    answer = personal.message(holding="Where this comes from")
    assert "Rapid Review" in answer.words
    assert personal.question().question == asked.question


def test_an_answer_is_put_right_in_words(personal: Playground, kept: Sessions) -> None:
    result = by_cards(personal)
    personal.say("sorry, she was looked after")
    corrected = personal.message(holding="I do not decide")
    assert corrected.words != result.words
    assert record(kept, draft(personal, corrected))["facts"]["told"]["looked_after"] == "yes"


def test_a_card_is_closed_when_it_was_answered(personal: Playground) -> None:
    card = personal.ask(OPENING)
    assert inputs(card) == ["Input.ChoiceSet"]
    personal.press(card, "Answer", choice="no")
    closed = Shown(personal.wait(lambda event: event["action"] == "updateMessage"))
    assert closed.id == card.id
    assert inputs(closed) == [] and not closed.buttons
    assert "No, everyone is safe now" in closed.words


def test_a_card_pressed_twice_counts_once_and_says_so(personal: Playground, kept: Sessions, place: Settings) -> None:
    card = personal.ask(OPENING)
    personal.press(card, "Answer", choice="no")
    personal.press(card, "Answer", choice="no")
    assert personal.question().question != card.question
    personal.message(holding="Pressing again changed nothing")
    assert told(kept, place)[1:] == ["No, everyone is safe now"]


def test_an_old_card_changes_nothing_and_what_is_asked_now_is_asked_again(
    personal: Playground, kept: Sessions, place: Settings
) -> None:
    first = personal.ask(OPENING)
    personal.press(first, "Answer", choice="no")
    second = personal.question()
    personal.press(second, "Answer", choice="unknown")
    third = personal.question()
    personal.press(first, "Answer", choice="yes")
    personal.message(holding="belongs to an earlier question")
    again = personal.question()
    assert again.question == third.question
    personal.press(again, "Answer", choice="unknown")
    assert personal.question().question != third.question
    assert len(told(kept, place)) == 4


def test_why_change_and_stop_are_beside_every_question(personal: Playground) -> None:
    card = personal.ask(OPENING)
    assert {"Why do you ask?", "Change an answer", "Stop for now"} <= card.buttons.keys()
    assert all(card.buttons[title]["associatedInputs"] == "none" for title in ("Why do you ask?", "Stop for now"))
    personal.press(card, "Why do you ask?")
    assert personal.question().question == card.question


def test_a_required_answer_left_out_is_asked_for(personal: Playground) -> None:
    card = personal.ask(OPENING)
    personal.press(card, "Answer", choice="")
    personal.message(holding="Choose an answer on the card")
    personal.press(card, "Answer", choice="no")
    assert personal.question().question != card.question


def test_a_slow_turn_shows_typing(personal: Playground) -> None:
    personal.say(SLOW)
    personal.wait(lambda event: event["action"] == "typing")
    assert "learn" in personal.message().words


def test_an_edited_message_is_noted_and_answers_stay(personal: Playground, kept: Sessions, place: Settings) -> None:
    asked = personal.ask(OPENING)
    personal.activity(
        type="messageUpdate", text="She was three, and lived at WS1 1AA", channelData={"eventType": "editMessage"}
    )
    personal.message(holding="I saw that you changed a message")
    assert personal.question().question == asked.question
    assert told(kept, place)[1].endswith("She was three, and lived at [a postcode removed]")


def test_a_deleted_message_is_noted(personal: Playground, kept: Sessions, place: Settings) -> None:
    personal.ask(OPENING)
    personal.activity(type="messageDelete", channelData={"eventType": "softDeleteMessage"})
    personal.message(holding="I saw that you deleted a message")
    assert told(kept, place) == [OPENING, "(deleted an earlier message in Teams)"]


def test_a_file_is_refused_and_the_words_beside_it_are_taken(personal: Playground) -> None:
    files = [{"contentType": "image/png", "contentUrl": "https://example.org/x.png", "name": "x.png"}]
    personal.activity(text=OPENING, attachments=files)
    personal.message(holding="I cannot take files or pictures")
    assert personal.question().question == "immediate_danger"


def test_the_writer_is_told_what_was_removed(personal: Playground, kept: Sessions, place: Settings) -> None:
    personal.say("A boy at WS1 1AA was badly hurt")
    personal.message(holding="I took a postcode out of your message")
    assert told(kept, place) == ["A boy at [a postcode removed] was badly hurt"]


def test_a_message_that_is_too_long_is_refused_in_words(personal: Playground) -> None:
    personal.say("long " * 5000)
    personal.message(PERSONAL, "expected at most 20,000")


def test_a_card_that_nobody_made_is_refused_in_words(personal: Playground) -> None:
    personal.activity(value={"guide": {"turn": "soon"}, "choice": "yes"})
    personal.message(holding="I could not read that card")
