"""A lead asks for more; the practitioner sees the question in the chat and answers there, or on the form."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.referrals.decisions import decide
from bot.referrals.find import find_draft
from bot.referrals.lead import make_lead
from bot.referrals.status import Status
from tests.talking import OPENING, Talker


def test_the_leads_question_is_told_and_answered_in_the_chat(client: TestClient, app: FastAPI) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    talk.choose("draft_referral")
    referral = talk.replies[-1]["referral"]
    with app.state.sessions.begin() as session:
        draft = find_draft(session, referral["reference"])
        lead = make_lead(session, email="asks@walsall.example", name="A lead who asks", areas=["walsall"])
        assert draft is not None
        decide(session, draft, lead, "needs_information", "How old is the brother?")
    talk.say("What has happened to my referral?")
    assert talk.topics == ["referral_status"]
    assert "How old is the brother?" in talk.words
    form = talk.replies[-1]["referral"]["form"]
    assert referral["reference"] not in form
    opened = client.get(form)
    assert opened.url.path == "/form"
    assert "How old is the brother?" in opened.text
    talk.say("The brother is 5 years old.")
    talk.say("Make the draft referral")
    with app.state.sessions() as session:
        draft = find_draft(session, referral["reference"])
        assert draft is not None
        assert draft.status is Status.WITH_LEAD
        assert "The brother is 5 years old." in draft.own_words
