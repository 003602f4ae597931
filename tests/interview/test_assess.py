"""One assessment: what the contract's JSON holds beyond the engine's own answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.criteria.facts import Value
from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.check import ImpossibleDate
from bot.guidance.load import Packs
from bot.interview.assess import assess, dates_in
from bot.interview.assess_line import assess_line
from bot.interview.plan import next_question
from tests.criteria.fact_sets import Facts, areas, fact_sets
from tests.criteria.oracle.completions import lattice
from tests.criteria.oracle.table import rules_of
from tests.criteria.oracle.values import TODAY

NOBODY: frozenset[str] = frozenset()
DEATH: dict[str, Value] = {
    "age_group": "under_18", "outcome": "died", "abuse_neglect": "known", "place": "this_area",
}  # fmt: skip

DAYS = st.lists(st.integers(0, 40), min_size=3, max_size=3).map(sorted)
"""Days before today on which it happened, the council knew and the Panel was told, latest first."""


@given(area=areas, facts=fact_sets, days=DAYS, known=st.tuples(st.booleans(), st.booleans(), st.booleans()))
def test_every_part_agrees_with_the_table_and_is_cited(
    packs: Packs, area: str | None, facts: Facts, days: list[int], known: tuple[bool, bool, bool]
) -> None:
    pack = packs.for_area(area)
    dates = zip(("notified_on", "la_aware_on", "incident_on"), days, known, strict=True)
    facts = {name: value for name, value in facts.items() if name != "incident_on"}
    facts |= {name: TODAY - timedelta(days=ago) for name, ago, is_known in dates if is_known}
    result = assess(pack, facts, NOBODY, TODAY)
    status = {outcome: lattice(line).status(facts) for (_, outcome), line in rules_of(area).items()}
    assert {item["outcome"]: item["status"] for item in result["outcomes"]} == {k: v for k, v in status.items() if v}
    for item in result["outcomes"]:
        assert item["citations"] and item["text"] and item["title"]
        assert len(item["because_words"]) == len(item["because"])
        assert len(item["missing_words"]) == len(item["missing"])
    assert all(note["citations"] for note in result["notes"])
    rules = {rule.id: rule for rule in pack.deadlines}
    for due in result["deadlines"]:
        outcome = rules[due["id"]].outcome
        assert outcome is not None and due["status"] == status[outcome]
        assert due["citation"]["source"]
        assert due["words"] and due["title"]
    brought_in = {rule.id for rule in pack.deadlines if rule.outcome and status.get(rule.outcome)}
    started = {rule.id for rule in pack.deadlines if rule.clock is None or rule.starts_on in facts}
    estimated = {"rapid_review"} if "la_aware_on" in facts else set()
    assert {due["id"] for due in result["deadlines"]} == brought_in & (started | estimated)
    question = next_question(pack, facts, NOBODY, TODAY)
    assert result["next_question"] == (question.fact if question else None)


def test_a_reader_from_the_council_is_told_what_the_council_must_do(packs: Packs) -> None:
    pack = packs.for_area("walsall")
    others, council = (assess(pack, {**DEATH, "works_for_la": answer}, NOBODY, TODAY) for answer in ("no", "yes"))
    assert council["headline"]["text"].count("Your local authority must notify") == 1
    assert others["headline"]["text"] == pack.wording["la_notify_panel"].text
    assert assess(pack, DEATH, NOBODY, TODAY)["headline"]["text"] == pack.wording["la_notify_panel"].text


def test_a_possible_outcome_is_worded_as_such_for_everybody(packs: Packs) -> None:
    pack = packs.for_area("walsall")
    told = {**DEATH, "works_for_la": "yes"}
    del told["place"]
    panel = next(o for o in assess(pack, told, NOBODY, TODAY)["outcomes"] if o["outcome"] == "la_notify_panel")
    assert panel["text"] == pack.wording["la_notify_panel"].possible


def test_without_a_route_the_answer_is_to_check_with_the_lead(packs: Packs) -> None:
    pack = packs.for_area("walsall")
    told: dict[str, Value] = {
        "immediate_danger": "no", "age_group": "under_18", "outcome": "less_serious", "abuse_neglect": "no_sign",
        "harm_kinds": frozenset({"development"}), "agencies_together": "no", "setting": "none", "features": frozenset(),
        "other_routes": frozenset(), "told_social_care": "yes",
    }  # fmt: skip
    result = assess(pack, told, NOBODY, TODAY)
    assert (result["answer"], result["settled"]) == ("not_this_process", True)
    assert (result["headline"]["outcome"], result["headline"]["status"]) == ("speak_to_lead", "applies")
    assert "lead" in result["said"] and "come back the same day" in result["said"].lower()


def test_when_it_happened_in_another_area_that_council_notifies_and_the_dates_are_its_own(packs: Packs) -> None:
    told = {**DEATH, "place": "other_area_england", "la_aware_on": TODAY}
    for works in ("yes", "no"):
        result = assess(packs.for_area("walsall"), {**told, "works_for_la": works}, NOBODY, TODAY)
        assert "The council of the place where it happened must notify" in result["headline"]["text"]
        assert "our local authority must" not in str(result)
        due = {item["id"]: item["who"] for item in result["deadlines"]}
        assert due["notify_panel"] == due["tell_partners"] == "the council of the place where it happened"
        assert due["rapid_review"] == "the safeguarding partners of the place where it happened"


def test_what_to_do_fits_what_was_told(packs: Packs) -> None:
    def steps(**more: Value) -> str:
        found = assess(packs.for_area("walsall"), {**DEATH, **more}, NOBODY, TODAY)["outcomes"]
        return " ".join(item["do_now"] or "" for item in found if item["status"] == "applies")

    assert "Make sure that the council's children's services know" in steps()
    assert "Check that the council's children's services know that this may have to be notified" in steps(
        told_social_care="yes"
    )
    assert "Speak to your safeguarding lead about a referral" in steps(told_lead="no")
    assert "You have spoken to your safeguarding lead" in steps(told_lead="yes")


def test_what_would_settle_it_is_said_with_the_answer(packs: Packs) -> None:
    result = assess(packs.for_area("walsall"), {"age_group": "under_18", "outcome": "died"}, NOBODY, TODAY)
    assert (result["answer"], result["settled"]) == ("not_settled", False)
    assert result["said"].endswith("Is it known or suspected that the child was abused or neglected?")


def test_reasons_stand_in_the_order_of_the_facts(packs: Packs) -> None:
    pack = packs.for_area("walsall")
    order = list(pack.facts)
    mixed = dict(reversed(DEATH.items()))
    for item in assess(pack, mixed, NOBODY, TODAY)["outcomes"]:
        assert list(item["because"]) == sorted(item["because"], key=order.index)
        assert item["missing"] == sorted(item["missing"], key=order.index)


def test_the_convention_comes_with_deadlines_only(packs: Packs) -> None:
    pack = packs.for_area("walsall")
    assert assess(pack, DEATH, NOBODY, TODAY)["convention"]
    nothing_due = assess(pack, {"age_group": "25_or_over"}, NOBODY, TODAY)
    assert nothing_due["deadlines"] == []
    assert nothing_due["convention"] is None


@pytest.mark.parametrize("how", [assess, assess_line])
def test_a_date_that_cannot_be_right_is_refused_even_where_it_starts_nothing(packs: Packs, how) -> None:
    told = {"age_group": "25_or_over", "incident_on": TODAY + timedelta(days=1)}
    with pytest.raises(ImpossibleDate) as refusal:
        how(packs.for_area("walsall"), told, NOBODY, TODAY)
    assert refusal.value.fact == "incident_on"


@pytest.mark.parametrize("how", [assess, assess_line])
def test_past_the_list_of_bank_holidays_nothing_is_guessed(packs: Packs, how) -> None:
    with pytest.raises(BeyondCalendar):
        how(packs.for_area("walsall"), {**DEATH, "la_aware_on": date(2028, 12, 28)}, NOBODY, date(2028, 12, 30))


def test_dates_are_told_from_other_facts() -> None:
    assert dates_in({"incident_on": TODAY, "outcome": "died", "features": frozenset()}) == {"incident_on": TODAY}
