"""A choice means one thing: what is offered in one turn never shares a value, whatever is asked beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi.testclient import TestClient

from actions import replying
from actions.options import options
from actions.replying import Button, button
from actions.unsure import CONVERSATION
from bot.channels.choices import ACTS, mint, value_of
from bot.guidance.load import Packs
from bot.guidance.model import Pack
from tests.talking import Talker
from tests.web.chat.conftest import Page

ROOT = Path(__file__).parent.parent.parent
TWO_READINGS = "how is serious harm defined and what happens with a near miss?"


def every_pack(packs: Packs) -> Iterator[Pack]:
    return (edition.pack for editions in packs.by_area.values() for edition in editions)


def in_domain() -> list[Button]:
    """The buttons of the replies that stand in domain.yml."""
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    said = chain.from_iterable(domain["responses"].values())
    return [each for reply in said for each in reply.get("buttons", [])]


def beside(pack: Pack) -> list[Button]:
    """Everything that can be offered beside a question of this pack: topics, acts, answers to change, areas."""
    acts = [each for each in vars(replying).values() if isinstance(each, dict) and "payload" in each]
    return [
        *acts,
        *in_domain(),
        *(button("A reading", name) for name in (*pack.answers, *CONVERSATION)),
        *(button("An answer", "change_answer", fact=fact) for fact in pack.facts),
        *(button("An area", "tell_area", area=area) for area in pack.facts["area"].values),
        button("No child is in danger now", "change_answer", immediate_danger="no"),
    ]


def test_no_answer_of_any_question_shares_its_value_with_anything_offered_beside_it(packs: Packs) -> None:
    for pack in every_pack(packs):
        others = beside(pack)
        for question in pack.questions:
            answers = options(pack, question)
            minted = mint([*answers, *others])
            assert len(minted) == len({each["payload"] for each in [*answers, *others]}), question.fact
            assert {value_of(each["payload"]) for each in answers} == {*question.options, "unknown"} | (
                {"none_of_these"} if pack.facts[question.fact].kind == "set" else set()
            )


def test_no_area_and_no_answer_is_called_like_an_act(packs: Packs) -> None:
    for pack in every_pack(packs):
        named = {*pack.facts["area"].values, *(value for question in pack.questions for value in question.options)}
        assert not named & ACTS
        assert not [value for value in named if ":" in value or "," in value]


def test_every_act_is_an_intent_and_no_act_is_a_topic(packs: Packs) -> None:
    intents = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    names = {each if isinstance(each, str) else next(iter(each)) for each in intents}
    assert names >= ACTS
    assert not ACTS & packs.for_area(None).answers.keys()


def test_two_meanings_with_one_value_are_refused() -> None:
    same = [button("Yes", "answer", outcome="died"), button("Yes", "answer", harm_kinds="died")]
    with pytest.raises(ValueError, match="'died'"):
        mint(same)


def test_one_meaning_in_two_wordings_is_one_choice() -> None:
    assert list(mint([replying.START, replying.CARRY_ON])) == ["start_check"]


def asked_what_happened(client: TestClient) -> Talker:
    """Walsall, the check at "What happened to them?", and a message that could be about near misses."""
    talk = Talker(client)
    talk.send(text="start the check", area="walsall")
    while talk.question != "outcome":
        talk.choose({"immediate_danger": "no", "age_group": "under_18"}[str(talk.question)])
    talk.say(TWO_READINGS)
    assert talk.question == "outcome"
    return talk


def offered(replies: list[dict[str, Any]]) -> dict[str, str]:
    return {o["value"]: o["label"] for reply in replies for o in (*reply["options"], *reply["also"])}


def test_a_topic_offered_beside_a_question_explains_and_answers_nothing(client: TestClient) -> None:
    talk = asked_what_happened(client)
    assert {"near_miss", "topic:near_miss"} <= offered(talk.replies).keys()
    talk.choose("topic:near_miss")
    assert "near_miss" in talk.topics
    assert talk.question == "outcome"
    talk.say("what have I told you so far?")
    assert "near miss" not in talk.words.casefold()


def test_the_answer_beside_that_topic_is_the_answer(client: TestClient) -> None:
    talk = asked_what_happened(client)
    talk.choose("near_miss")
    assert "near_miss" not in talk.topics
    assert talk.question != "outcome"
    talk.say("what have I told you so far?")
    assert "near miss" in talk.words.casefold()


def test_on_the_page_a_button_and_an_option_are_different_fields(client: TestClient) -> None:
    page = Page(client.get("/chat?area=walsall").text)

    def send(**sent: str) -> Page:
        answer = client.post("/chat", data={**page.values, **sent}, follow_redirects=True)
        assert answer.status_code == 200, answer.text
        return Page(answer.text)

    page = send(text="start the check")
    page = send(choice="no")
    page = send(choice="under_18")
    page = send(text=TWO_READINGS)
    assert "What happened to them?" in page.words
    page = send(button="topic:near_miss")
    assert "What happened to them?" in page.words
    page = send(choice="near_miss")
    assert "What happened to them?" not in page.words.rpartition("A near miss")[2]


def test_a_press_in_teams_says_whether_it_was_a_button_or_a_field() -> None:
    from microsoft_agents.activity import Activity

    from bot.channels.teams.arrived import read_message
    from bot.channels.teams.pressing import Sent, what_was_sent

    def sent(**more: Any) -> Sent | str:
        value = {"guide": {"turn": 3, "of": "x", "question": "outcome"}, **more}
        return what_was_sent(read_message(Activity(type="message", value=value), group=False))

    assert sent(button="topic:near_miss") == Sent(choice="topic:near_miss", since=3)
    assert sent(choice="near_miss") == Sent(choice="near_miss", since=3)
    assert sent(choice="single_agency,good_practice") == Sent(choice=["single_agency", "good_practice"], since=3)
    assert sent(button="change_answer:yes,no") == Sent(choice="change_answer:yes,no", since=3)
    assert isinstance(sent(button=["a", "b"]), str)
