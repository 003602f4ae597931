"""A question put to the guide, or talk about the talk, is no reply to any question."""

from datetime import date

import pytest

from bot.reading.hear import Heard, hear
from bot.reading.hear.labels import DATE_FACTS
from bot.reading.hear.reply import QUESTIONS

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        "what counts as looked after?",
        "what counts as serious harm",
        "why are you asking",
        "why do you need to know?",
        "does neglect count?",
        "Does it matter if he's recovered?",
        "do I have to answer this",
        "who should I ring?",
        "how long have we got",
        "what do you mean by near miss",
        "what's a care leaver?",
        "can I skip this one",
        "is a foster placement the same as being in care?",
        "should I be telling the police as well?",
        "what if it happened in Wales?",
        "if a child dies in hospital does it get treated differently",
        "explain that please",
        "can you explain the question",
        "I don't understand the question",
        "when do we have to notify?",
        "where can I find the form",
        "what happens if I say no?",
        "sorry, what does regulated mean",
        "would suicide be included?",
        "are hospitals a regulated setting?",
        "I need to go back and change my answer",
        "start again",
        "hang on a minute",
        "I'll finish this later",
        "are you a real person?",
    ],
)
def test_a_question_back_is_no_reply(text: str) -> None:
    heard = {question: hear(question, text, TODAY) for question in (*QUESTIONS, *DATE_FACTS)}
    assert {question: reply for question, reply in heard.items() if reply != Heard(None)} == {}


def test_a_reply_after_a_question_is_heard_and_read_back() -> None:
    assert hear("told_social_care", "Do they need to know? No, we haven't told them.", TODAY) == Heard("no", sure=False)
