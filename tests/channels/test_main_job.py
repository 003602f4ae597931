"""From "should I refer?" to a draft, by the chat API alone."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.referrals.find import find_draft
from tests.talking import OPENING, Talker, outcomes


def test_the_opening_story_is_heard_and_not_asked_again(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    assert not {"area", "age_group", "outcome", "abuse_neglect"} & set(talk.asked)
    assert talk.asked[0] == "immediate_danger"
    assert len(talk.asked) == len(set(talk.asked))


def test_a_suspected_neglect_death_leads_to_notification_referral_and_child_death_review(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    found = outcomes(talk.assessment)
    assert found["la_notify_panel"] == found["refer"] == found["child_death_review"] == "applies"
    assert "act_now" not in found  # asked, and answered no
    assert talk.assessment
    assert talk.assessment["headline"] == talk.assessment["headline"] | {
        "outcome": "la_notify_panel",
        "status": "applies",
    }
    assert all(item["citations"] for item in talk.assessment["outcomes"])
    due = {item["id"]: item["due"] for item in talk.assessment["deadlines"]}
    assert due["notify_panel"] == "2026-11-27"
    assert talk.assessment["pack"]["id"] == "walsall"


def test_the_draft_is_with_the_lead_and_holds_what_was_told_and_what_is_unknown(
    client: TestClient, app: FastAPI
) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer(agencies_together="unknown")
    talk.choose("draft_referral")
    referral = talk.replies[-1]["referral"]
    assert referral["status"] == "WITH_LEAD"
    with app.state.sessions() as session:
        draft = find_draft(session, referral["reference"])
        assert draft is not None
        assert draft.facts["told"]["outcome"] == "died"
        assert draft.facts["unknown"] == ["agencies_together"]
        assert draft.own_words.startswith(OPENING)
        assert {rule["rule"] for rule in draft.rules} >= {"R10", "R20", "R50", "R90"}
        assert draft.pack_version


def test_a_topic_is_answered_in_the_middle_of_the_check_and_the_question_comes_back(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    pending = talk.question
    talk.say("what is a rapid review?")
    assert talk.topics == ["rapid_review"]
    assert talk.replies[0]["sources"]
    assert talk.question == pending


def test_why_do_you_ask_gives_the_reason_and_its_source(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.choose("explain_why")
    assert talk.topics == ["explain_why"]
    assert talk.replies[0]["sources"]
    assert talk.question == "immediate_danger"


def test_a_changed_answer_changes_the_outcome_and_keeps_the_rest(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    before = list(talk.asked)
    talk.say("sorry, she was looked after")
    assert outcomes(talk.assessment)["looked_after_death"] == "applies"
    assert talk.asked == before


def test_an_answer_chosen_from_the_list_is_asked_again(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    talk.choose("change_answer")
    talk.choose("change_answer:abuse_neglect")
    assert talk.question == "abuse_neglect"
    talk.choose("no_sign")
    talk.answer()
    assert "refer" not in outcomes(talk.assessment)


def test_start_again_clears_every_answer(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.say("start again")
    talk.choose("confirm_restart")
    talk.choose("start_check")
    talk.choose("no")
    assert talk.question == "area"


def test_stop_for_now_keeps_the_place(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.choose("no")
    pending = talk.question
    talk.choose("pause")
    assert talk.question is None
    talk.choose("start_check")
    assert talk.question == pending


def test_danger_interrupts_and_the_check_keeps_its_place(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.choose("no")
    pending = talk.question
    talk.say("he's back in the house with the other kids tonight")
    assert talk.topics[0] == "danger_now"
    assert "999" in talk.replies[0]["text"]
    assert talk.question == "immediate_danger"  # against an explicit no it is asked, never written over
    talk.choose("yes")
    assert talk.question == pending
    talk.answer()
    assert talk.assessment
    assert outcomes(talk.assessment)["act_now"] == "applies"
    assert talk.assessment["answer"] == "yes"  # danger stands above the answer and never hides it


def test_a_date_in_the_future_is_refused_with_the_reason_and_asked_again(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    while talk.question != "incident_on":
        talk.choose("none_of_these" if talk.question in ("features", "other_routes") else "unknown")
    talk.say("1 January 2027")
    assert "must not be after today" in talk.words
    assert talk.question == "incident_on"


def test_identifiers_are_taken_out_and_the_writer_is_told(client: TestClient) -> None:
    talk = Talker(client)
    talk.say("A baby in Walsall has died, NHS number 943 476 5919, call me on 07700 900123")
    assert "I took an NHS number and a telephone number out" in talk.replies[0]["text"]


def test_a_new_story_after_a_finished_check_is_a_case_of_its_own(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    talk.choose("draft_referral")
    first = talk.replies[-1]["referral"]["reference"]
    talk.say("A 15 year old boy in Birmingham has died and we suspect abuse. Should this be referred?")
    assert "new case" in talk.replies[0]["text"]
    assert talk.question == "immediate_danger"
    talk.answer()
    assert talk.assessment
    assert talk.assessment["pack"]["id"] == "birmingham"
    talk.choose("draft_referral")
    assert talk.replies[-1]["referral"]["reference"] != first


def test_starting_a_check_that_is_finished_clears_nothing(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    talk.say("should I refer this?")
    assert "Refer this case" in talk.words
    assert "draft_referral" in {each["value"] for reply in talk.replies for each in reply["options"]}
    talk.say("why is that the result?")
    assert "abuse or neglect is suspected" in talk.words


def test_danger_said_after_the_result_is_noted_in_the_case(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    talk.say("he's back in the house with the other kids tonight")
    assert talk.topics[0] == "danger_now"
    talk.choose("change_answer:yes")
    talk.choose("draft_referral")
    talk.say("why is that the result?")
    assert "a child may be in danger now" in talk.words


def test_a_toddler_is_never_asked_about_as_a_care_leaver_and_an_older_child_may_be(client: TestClient) -> None:
    talk = Talker(client)
    talk.say(OPENING)
    talk.answer()
    assert "care_leaver" not in talk.asked
    other = Talker(client)
    other.say("A 17-year-old in Walsall has died and we suspect neglect")
    other.answer()
    assert "care_leaver" in other.asked


def test_an_answer_that_depends_on_the_area_is_given_again_when_the_area_is_told(client: TestClient) -> None:
    talk = Talker(client)
    talk.say("who can refer?")
    assert talk.topics == ["who_can_refer"]
    assert "tell_area:darlington" in {option["value"] for option in talk.replies[-1]["options"]}
    talk.say("Darlington")
    assert talk.topics == ["who_can_refer"]
    assert "Darlington" in talk.words
    talk.say("how do I refer?")
    assert "Partnership Business Manager" in talk.words
