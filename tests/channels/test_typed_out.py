"""A choice that is typed word for word is that choice; it is not among the practitioner's own words."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.channels.choices import typed_out
from bot.referrals.find import find_draft
from tests.talking import ANSWERS, OPENING, Talker

OFFERED = {
    "no": {"payload": '/answer{"x":"no"}', "label": "No, everyone is safe now"},
    "unknown": {"payload": '/answer{"x":"unknown"}', "label": "I do not know"},
    "a": {"payload": "/a", "label": "The same"},
    "b": {"payload": "/b", "label": "the same"},
}


@pytest.mark.parametrize(("text", "value"), [
    ("No, everyone is safe now", "no"),
    ("  no,  everyone is SAFE now. ", "no"),
    ("I do not know", "unknown"),
    ("No", None),
    ("I do not know, I think", None),
    ("The same", None),  # it could be either
    ("", None),
])  # fmt: skip
def test_only_a_label_and_nothing_more_is_a_choice(text: str, value: str | None) -> None:
    assert typed_out(text, OFFERED) == value


def test_own_words_hold_the_story_and_no_bare_answers(client: TestClient, app: FastAPI) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.say("No, everyone is safe now")
    asked = talk.question
    talk.say("we really cannot tell yet, police are looking into it")
    assert talk.question != asked
    talk.answer(**{str(asked): ANSWERS.get(str(asked), "unknown")})
    [made] = [reply["referral"] for reply in talk.choose("draft_referral") if reply["referral"]]
    with app.state.sessions() as session:
        draft = find_draft(session, made["reference"])
        assert draft is not None
        assert draft.own_words.splitlines() == [OPENING, "we really cannot tell yet, police are looking into it"]
