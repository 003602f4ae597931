"""What is like a composed reply means what that meant; it is sure only where a rule says the same."""

import pytest

from bot.interview.hear import Heard
from bot.interview.hear.composed import NO_REPLY, composed
from bot.interview.hear.learning import fingerprint
from bot.interview.hear.likeness import Likely, likeness
from bot.interview.hear.reply import QUESTIONS
from bot.interview.hear.weighing import weighed


def test_what_is_kept_was_learnt_from_the_present_replies_and_network() -> None:
    """When this fails: python -m bot.interview.hear.learning"""
    assert likeness().learnt_from == fingerprint()


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_replies_of_every_meaning_and_digressions(question: str) -> None:
    meant = {name for reply in composed() if reply.question == question for name in reply.meant}
    assert {"unknown", NO_REPLY} < meant


@pytest.mark.parametrize("text", ["\U0001f44d", "qwxz vvvk", "...", "\u041f\u0440\u0438\u0432\u0435\u0442"])
def test_what_has_no_known_word_is_like_nothing(text: str) -> None:
    assert likeness().likely("outcome", text) == Likely(None, 0.0)


@pytest.mark.parametrize(
    ("ruled", "likely", "heard"),
    [
        (Heard(None), Likely("yes", 0.99), Heard("yes", sure=False)),
        (Heard(None), Likely("yes", 0.1), Heard(None)),
        (Heard("yes", sure=True), Likely("yes", 0.2), Heard("yes", sure=True)),
        (Heard("yes", sure=True), Likely("no", 0.5), Heard("yes", sure=False)),
        (Heard("yes", sure=True), Likely("no", 0.99), Heard("no", sure=False)),
        (Heard("yes", sure=False), Likely("yes", 0.99), Heard("yes", sure=True)),
        (Heard("yes", sure=False), Likely("no", 0.6), Heard("yes", sure=False)),
        (Heard("yes", sure=False), Likely(None, 0.99), Heard(None)),
    ],
)
def test_two_readings_become_one(ruled: Heard, likely: Likely, heard: Heard) -> None:
    assert weighed("looked_after", ruled, likely) == heard


def test_nothing_talks_a_rule_out_of_danger() -> None:
    assert weighed("immediate_danger", Heard("yes", sure=True), Likely("no", 0.99)) == Heard("yes", sure=False)
