"""Consequence 7 for each rule by itself: all values of its own facts, and unknown, against the table."""

from __future__ import annotations

from itertools import product

import pytest

from bot.criteria.all_at_once import AllAtOnce
from bot.criteria.evaluate import compile_condition
from bot.criteria.truth import FALSE, TRUE, UNKNOWN
from bot.guidance.expression import Expression, facts_of
from bot.guidance.load import Packs
from bot.guidance.model import Pack
from tests.criteria.oracle.completions import lattice
from tests.criteria.oracle.table import DARLINGTON, NATIONAL, NOT_ENGLAND, NOTES, Line, notes_of, rules_of
from tests.criteria.oracle.values import AREAS, CHOICES, DATES, SETS, TODAY, telling_values

STATUS = {TRUE: "applies", UNKNOWN: "possible", FALSE: None}
EACH_RULE = [
    *((None, key) for key in NATIONAL),
    *(("darlington", key) for key in DARLINGTON),
    *(("not_england", key) for key in NOT_ENGLAND),
]


def assert_says_what_the_table_says(expression: Expression, pack: Pack, line: Line) -> None:
    assert set(facts_of(expression, pack.definitions)) == set(line.facts)
    holds = compile_condition(expression, pack.definitions)
    all_at_once = AllAtOnce(pack, [(expression, lambda why: why.truth)])
    expected = lattice(line)
    tried = [line.values(fact) if fact in line.ticked else telling_values(fact) for fact in line.facts]
    for values in product(*((None, *some) for some in tried)):
        facts = {fact: value for fact, value in zip(line.facts, values, strict=True) if value is not None}
        truth = holds(facts, TODAY)
        assert STATUS[truth] == expected.status(facts), facts
        assert all_at_once.of(facts, TODAY) == [truth], facts


def test_the_facts_and_their_values_are_those_of_the_table(packs: Packs) -> None:
    facts = packs.for_area(None).facts
    assert set(facts) == {*CHOICES, *SETS, *DATES, "area"}
    assert facts["area"].values == tuple(area for area in AREAS if area)
    for name, members in {**CHOICES, **SETS}.items():
        assert set(facts[name].values) == set(members)
        assert facts[name].kind == ("set" if name in SETS else "choice")


@pytest.mark.parametrize("area", AREAS, ids=str)
def test_a_pack_has_the_rules_and_notes_of_the_table_and_no_others(packs: Packs, area: str | None) -> None:
    pack = packs.for_area(area)
    evaluated = [rule for rule in pack.rules if pack.evaluates is None or rule.outcome in pack.evaluates]
    assert {(rule.id, rule.outcome) for rule in evaluated} == set(rules_of(area))
    assert {note.id for note in pack.notes} == {*NOTES, "area_unknown"}


@pytest.mark.parametrize("area", AREAS, ids=str)
def test_an_area_never_changes_when_a_national_rule_or_note_holds(packs: Packs, area: str | None) -> None:
    national, local = packs.for_area(None), packs.for_area(area)
    assert local.definitions == national.definitions
    assert {rule.id: rule.when for rule in national.rules}.items() <= {
        rule.id: rule.when for rule in local.rules
    }.items()
    assert {note.id: note.when for note in national.notes} == {note.id: note.when for note in local.notes}


@pytest.mark.parametrize(
    ("area", "key"), EACH_RULE, ids=lambda part: str(part[0]) if isinstance(part, tuple) else str(part)
)
def test_a_rule_agrees_with_the_table_on_all_values_of_its_facts(
    packs: Packs, area: str | None, key: tuple[str, str]
) -> None:
    pack = packs.for_area(area)
    rule = next(rule for rule in pack.rules if rule.id == key[0])
    assert rule.outcome == key[1]
    assert_says_what_the_table_says(rule.when, pack, rules_of(area)[key])


@pytest.mark.parametrize("name", notes_of(None))
def test_a_note_agrees_with_the_table_on_all_values_of_its_facts(packs: Packs, name: str) -> None:
    pack = packs.for_area(None)
    note = next(note for note in pack.notes if note.id == name)
    assert_says_what_the_table_says(note.when, pack, notes_of(None)[name])
