"""How a transcript is divided between the log and the form."""

from __future__ import annotations

from bot.channels.model import Choice, Reply, Said, Transcript
from bot.web.chat_view import Asked, asked, buttons, field_on_page, last_line, lines

QUESTION = Reply(text="How old was the child?", question="age_group", expects="choice")


def talk(*said: tuple[str, str, Reply | None], **more) -> Transcript:
    return Transcript(
        messages=tuple(Said(n=i, who=who, text=text, reply=reply) for i, (who, text, reply) in enumerate(said, 1)),
        **more,
    )


def the_question(transcript: Transcript) -> Asked:
    """What is asked, where something is."""
    found = asked(transcript)
    assert found is not None
    return found


def test_the_pending_question_is_in_the_form_and_not_in_the_log():
    transcript = talk(("user", "hello", None), ("guide", QUESTION.text, QUESTION), pending=QUESTION)
    assert [line.said.n for line in lines(transcript)] == [1]
    assert last_line(transcript) == 1
    assert the_question(transcript).question == "How old was the child?"


def test_an_answered_question_is_in_the_log():
    transcript = talk(("guide", QUESTION.text, QUESTION), ("user", "four", None), pending=None)
    assert [line.said.n for line in lines(transcript)] == [1, 2]


def test_a_pending_question_that_something_was_said_after_stays_in_the_log():
    transcript = talk(("guide", QUESTION.text, QUESTION), ("user", "why?", None), pending=QUESTION)
    assert [line.said.n for line in lines(transcript)] == [1, 2]
    assert asked(transcript) is not None


def test_the_legend_is_the_question_itself_between_what_leads_to_it_and_its_hint():
    reply = Reply(text="I am sorry.\n\nHow old was the child?\n\nIn years.", question="age_group", expects="choice")
    found = the_question(talk(pending=reply))
    assert (found.before, found.question, found.after) == (
        "I am sorry.",
        "How old was the child?",
        "In years.",
    )


def test_without_a_question_mark_the_first_paragraph_is_the_legend():
    found = the_question(talk(pending=Reply(text="Tick any that fit\n\nOr none.", question="features", expects="set")))
    assert (found.before, found.question, found.after) == ("", "Tick any that fit", "Or none.")


def test_a_set_without_none_of_these_has_only_what_it_has():
    options = (Choice(label="A", value="a"), Choice(label="I do not know", value="unknown"))
    assert the_question(talk(pending=Reply(text="Which?", expects="set", options=options))).alone == ("unknown",)


def test_options_of_a_question_without_fields_are_buttons():
    yes, why = Choice(label="Yes", value="yes"), Choice(label="Why?", value="why")
    transcript = talk(pending=Reply(text="Shall I draft it?", question="draft", options=(yes,)), buttons=(why,))
    assert buttons(transcript) == (yes, why)


def test_an_error_points_to_a_field_that_is_there():
    assert field_on_page(talk(), "choice") == "text"
    assert field_on_page(talk(pending=QUESTION), "choice") == "choice"
    assert field_on_page(talk(pending=QUESTION), "date-month") == "text"
    assert field_on_page(talk(pending=Reply(text="When?", expects="date")), "date-month") == "date-month"


def test_the_latest_message_of_the_person_is_marked_once():
    transcript = talk(("user", "a", None), ("guide", "b", None), ("user", "c", None), ("guide", "d", None))
    assert [line.said.text for line in lines(transcript) if line.latest] == ["c"]
