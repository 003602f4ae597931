"""Facts and values in the pack's own words."""

from __future__ import annotations

import pytest

from bot.guidance.load import Packs
from bot.guidance.model import Pack
from bot.interview.saying import question_for, say_fact, say_missing
from tests.criteria.oracle.values import TODAY


@pytest.fixture
def pack(packs: Packs) -> Pack:
    return packs.for_area("walsall")


def test_every_value_of_every_question_is_said_in_words_of_its_own(pack: Pack) -> None:
    for question in pack.questions:
        fact = pack.facts[question.fact]
        said = [say_fact(pack, fact.name, frozenset({v}) if fact.kind == "set" else v) for v in fact.values]
        assert all(said) and len(set(said)) == len(said)
        assert not any("_" in words or "{" in words for words in said), said


def test_a_choice_is_said_as_a_clause(pack: Pack) -> None:
    assert say_fact(pack, "age_group", "under_18") == "the child was under 18"


def test_a_list_is_said_in_the_order_of_its_question(pack: Pack) -> None:
    said = say_fact(pack, "features", frozenset({"good_practice", "repeat_theme"}))
    question = question_for(pack, "features")
    assert question is not None
    first, second = (question.options[name].short or "" for name in ("repeat_theme", "good_practice"))
    assert said.index(first) < said.index(second)


def test_none_of_these_is_an_answer_and_not_silence(pack: Pack) -> None:
    assert "none of those listed" in say_fact(pack, "features", frozenset())
    assert "none of those listed" not in say_fact(pack, "features", None)


@pytest.mark.parametrize("fact", ["outcome", "features", "incident_on", "decided_on"])
def test_what_is_not_known_is_said_to_be_so(pack: Pack, fact: str) -> None:
    assert say_fact(pack, fact, None) == f"{pack.facts[fact].label}: not known"


@pytest.mark.parametrize("fact", ["incident_on", "la_aware_on", "decided_on", "published_on"])
def test_a_date_is_said_with_its_weekday_whether_or_not_a_question_asks_for_it(pack: Pack, fact: str) -> None:
    assert "Monday 23 November 2026" in say_fact(pack, fact, TODAY)


def test_what_would_settle_it_is_the_question_itself(pack: Pack) -> None:
    question = question_for(pack, "abuse_neglect")
    assert question is not None
    assert say_missing(pack, "abuse_neglect") == question.ask
    assert question_for(pack, "decided_on") is None
    assert say_missing(pack, "decided_on") == pack.facts["decided_on"].label
