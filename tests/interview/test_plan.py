"""The order of the questions, by example."""

from __future__ import annotations

import pytest

from bot.criteria.facts import Value
from bot.guidance.load import Packs
from bot.interview.plan import next_question
from tests.criteria.oracle.values import TODAY

NOBODY: frozenset[str] = frozenset()


def walk(packs: Packs, area: str | None, answers: dict[str, Value | None]) -> list[str]:
    """The questions asked, in order, when each is answered from `answers` ("I do not know" where it says nothing)."""
    pack = packs.for_area(area)
    facts: dict[str, Value] = {"area": area} if area else {}
    asked: set[str] = set()
    order = []
    while (question := next_question(pack, facts, frozenset(asked), TODAY)) is not None:
        order.append(question.fact)
        answer = answers.get(question.fact)
        if answer is None:
            asked.add(question.fact)
        else:
            facts[question.fact] = answer
    return order


def test_danger_comes_first_and_the_area_second(packs: Packs) -> None:
    pack = packs.for_area(None)
    first = next_question(pack, {}, NOBODY, TODAY)
    second = next_question(pack, {"immediate_danger": "no"}, NOBODY, TODAY)
    assert first is not None and first.fact == "immediate_danger"
    assert second is not None and second.fact == "area"


def test_outside_england_only_danger_is_asked(packs: Packs) -> None:
    assert walk(packs, "not_england", {}) == ["immediate_danger"]


def test_an_area_already_known_is_not_asked(packs: Packs) -> None:
    assert "area" not in walk(packs, "walsall", {})


def test_a_death_in_care_is_asked_about_care_and_never_about_kinds_of_harm(packs: Packs) -> None:
    order = walk(packs, "walsall", {"age_group": "under_18", "outcome": "died", "abuse_neglect": "suspected"})
    assert "looked_after" in order
    assert "suspected_suicide" in order
    assert "harm_kinds" not in order


def test_a_child_who_lived_is_asked_neither_about_suicide_nor_about_care(packs: Packs) -> None:
    order = walk(packs, "walsall", {"age_group": "under_18", "outcome": "seriously_harmed", "abuse_neglect": "known"})
    assert not {"suspected_suicide", "looked_after", "care_leaver"} & set(order)


def test_kinds_of_harm_are_asked_after_a_near_miss(packs: Packs) -> None:
    assert "harm_kinds" in walk(packs, "walsall", {"age_group": "under_18", "outcome": "near_miss"})


def test_where_the_child_lived_is_asked_beside_where_it_happened_unless_another_council_leads(packs: Packs) -> None:
    serious: dict[str, Value | None] = {"age_group": "under_18", "outcome": "died", "abuse_neglect": "known"}
    assert "normally_resident" in walk(packs, "walsall", {**serious, "place": "abroad"})
    assert "normally_resident" in walk(packs, "walsall", {**serious, "place": "this_area"})
    assert "normally_resident" not in walk(packs, "walsall", {**serious, "place": "other_area_england"})


def test_the_day_of_the_notification_is_asked_only_of_those_who_can_notify(packs: Packs) -> None:
    serious: dict[str, Value | None] = {
        "age_group": "under_18", "outcome": "died", "abuse_neglect": "known", "place": "this_area",
    }  # fmt: skip
    assert "notified_on" in walk(packs, "walsall", {**serious, "works_for_la": "yes"})
    assert "notified_on" not in walk(packs, "walsall", {**serious, "works_for_la": "no"})
    assert "notified_on" not in walk(packs, "walsall", serious)


def test_a_setting_is_asked_in_darlington_where_a_death_in_one_is_listed(packs: Packs) -> None:
    plain: dict[str, Value | None] = {"age_group": "under_18", "outcome": "died", "abuse_neglect": "known"}
    assert "setting" in walk(packs, "darlington", plain)


@pytest.mark.parametrize("age", ["18_to_24", "25_or_over"])
def test_notes_about_children_raise_no_questions_about_an_adult(packs: Packs, age: str) -> None:
    order = walk(packs, "walsall", {"age_group": age, "outcome": "less_serious", "harm_kinds": frozenset()})
    assert not {"agencies_together", "setting", "told_lead", "incident_on", "told_social_care"} & set(order)


def test_an_answer_of_not_knowing_ends_the_matter(packs: Packs) -> None:
    pack = packs.for_area("walsall")
    question = next_question(pack, {}, frozenset({"immediate_danger"}), TODAY)
    assert question is not None and question.fact != "immediate_danger"
