"""Tables of truth over every set of facts: they agree with the evaluation of each case, and count exactly."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from bot.criteria.compare import compare
from bot.criteria.evaluate import compile_condition
from bot.criteria.every_case import axes, how_many, one_way, sets_of_facts, table, ways
from bot.criteria.simplify import simplify
from bot.criteria.truth import TRUE
from bot.guidance.expression import Expression, OlderThan, facts_of, leaves, parse
from bot.guidance.load import Packs
from bot.guidance.model import Pack, Rule
from tests.criteria.oracle.values import TODAY, every_value

AREAS = ("walsall", "darlington", "not_england")
MANY = 20_000
"""More sets of facts than these are not gone through one by one."""


def one_by_one(condition: Expression, pack: Pack) -> tuple[int, int]:
    """How many sets of the condition's facts there are, and on how many it holds, each evaluated by itself."""
    names = facts_of(condition, {})
    holds = compile_condition(condition, {})
    every = product(*(every_value(name) for name in names))
    found = [holds(dict(zip(names, values, strict=True)), TODAY) is TRUE for values in every]
    return len(found), sum(found)


def conditions_of(pack: Pack) -> dict[str, Expression]:
    whens = {rule.id: rule.when for rule in pack.rules} | {note.id: note.when for note in pack.notes}
    every = {name: simplify(when, pack.definitions) for name, when in whens.items()}
    return {name: each for name, each in every.items() if not any(isinstance(f, OlderThan) for f in leaves(each, {}))}


@pytest.mark.parametrize("area", AREAS)
def test_a_count_is_what_going_through_every_set_of_facts_gives(packs: Packs, area: str) -> None:
    pack, counted = packs.for_area(area), 0
    for condition in conditions_of(pack).values():
        own = axes(pack.facts, [condition])
        if sets_of_facts(own) <= MANY:
            counted += 1
            assert (sets_of_facts(own), how_many(table(condition, own), own)) == one_by_one(condition, pack)
    assert counted > 20


@pytest.mark.parametrize("area", AREAS)
def test_the_ways_of_a_condition_are_all_its_cases_and_each_is_needed(packs: Packs, area: str) -> None:
    pack = packs.for_area(area)
    for condition in conditions_of(pack).values():
        own = axes(pack.facts, [condition])
        where = np.broadcast_to(table(condition, own), [len(axis.kinds) for axis in own])
        covered = []
        for way in ways(where, own):
            here = np.zeros_like(where)
            here[np.ix_(*([axis.kinds.index(kind) for kind in way.get(axis, axis.kinds)] for axis in own))] = True
            covered.append(here)
        assert (np.logical_or.reduce(covered) == where).all()
        for left_out in range(len(covered)):
            others = [each for at, each in enumerate(covered) if at != left_out]
            assert not others or (np.logical_or.reduce(others) != where).any()


def test_the_starting_test_has_two_ways(packs: Packs) -> None:
    pack = packs.for_area(None)
    base = simplify(parse("base"), pack.definitions)
    own = axes(pack.facts, [base])
    found = [{axis.fact for axis in way} for way in ways(table(base, own), own)]
    assert sorted(map(sorted, found)) == [
        ["abuse_neglect", "age_group", "harm_kinds"],
        ["abuse_neglect", "age_group", "outcome"],
    ]


def with_rules(pack: Pack, *rules: Rule, without: str = "") -> Pack:
    kept = tuple(rule for rule in pack.rules if rule.id != without)
    return pack.model_copy(update={"rules": (*kept, *rules)})


def test_a_pack_and_itself_have_no_difference(packs: Packs) -> None:
    compared = compare(packs.for_area("walsall"), packs.for_area("walsall"))
    assert compared.changes == ()
    assert compared.total > 10**9


def test_a_rule_that_is_gone_changes_its_outcome_on_all_the_cases_it_held_for(packs: Packs) -> None:
    pack = packs.for_area("walsall")
    compared = compare(pack, with_rules(pack, without="R50"))
    (outcome,) = (change for change in compared.changes if change.of == "outcome")
    assert (outcome.name, outcome.before, outcome.after) == ("child_death_review", "applies", "absent")
    assert outcome.count * 16 == compared.total  # one age group of four, one thing that happened of four
    assert {axis.fact: kinds[0].values for axis, kinds in outcome.example.items()} == {
        "age_group": ("under_18",),
        "outcome": ("died",),
    }


def test_an_answer_that_changes_is_counted_and_its_example_gives_both_answers(packs: Packs) -> None:
    walsall, darlington = packs.for_area("walsall"), packs.for_area("darlington")
    answers = [change for change in compare(walsall, darlington).changes if change.of == "answer"]
    assert {(change.before, change.after) for change in answers} == {
        ("partners_may_choose", "notify"),
        ("another_route", "notify"),
    }
    back = {(c.after, c.before): c.count for c in compare(darlington, walsall).changes if c.of == "answer"}
    assert back == {(change.before, change.after): change.count for change in answers}


def test_a_fact_that_only_one_pack_has_is_told_apart_too(packs: Packs) -> None:
    pack = packs.for_area("walsall")
    fact = pack.facts["told_lead"].model_copy(update={"name": "school_told"})
    rule = pack.rules[0].model_copy(
        update={"id": "R99", "outcome": "tell_school", "when": parse({"school_told": "no"}), "cite": ("x",)}
    )
    new = with_rules(pack, rule).model_copy(update={"facts": {**pack.facts, "school_told": fact}})
    (change,) = compare(pack, new).changes
    assert (change.name, change.before, change.after) == ("tell_school", "absent", "applies")
    assert change.count * 2 == compare(pack, new).total == 2 * compare(pack, pack).total


def test_an_example_is_a_case_of_the_change(packs: Packs) -> None:
    pack = packs.for_area(None)
    condition = conditions_of(pack)["R40"]
    own = axes(pack.facts, [condition])
    where = table(condition, own)
    way = one_way(where, own)
    assert where[np.ix_(*([axis.kinds.index(kind) for kind in way.get(axis, axis.kinds)] for axis in own))].all()
