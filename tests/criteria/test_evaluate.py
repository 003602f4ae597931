"""Conditions in three-valued logic, one kind of condition at a time."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bot.criteria.evaluate import compile_condition
from bot.criteria.explain import Grounds, compile_grounds, grounds
from bot.criteria.facts import Value
from bot.criteria.truth import FALSE, TRUE, UNKNOWN, Truth, negation
from bot.guidance.expression import All, Always, Any, Expression, Filled, Is, Not, OlderThan, Ref
from bot.guidance.load import Packs

TODAY = date(2026, 11, 23)
VALUES = {TRUE: "yes", FALSE: "no"}


def truth(expression: Expression, definitions: dict[str, Expression] | None = None, **facts: Value) -> Truth:
    return compile_condition(expression, definitions or {})(facts, TODAY)


def grounds_of(expression: Expression, **facts: Value) -> Grounds:
    return compile_grounds(expression, {"yes_a": Is("a", ("yes",)), "again": Ref("yes_a")})(facts, TODAY)


def test_the_logic_is_kleenes() -> None:
    assert FALSE < UNKNOWN < TRUE
    assert [negation(value) for value in (FALSE, UNKNOWN, TRUE)] == [TRUE, UNKNOWN, FALSE]
    for left, right in product(Truth, Truth):
        facts = {name: VALUES[value] for name, value in (("a", left), ("b", right)) if value is not UNKNOWN}
        both = (Is("a", ("yes",)), Is("b", ("yes",)))
        assert truth(All(both), None, **facts) is min(left, right)
        assert truth(Any(both), None, **facts) is max(left, right)
        assert truth(Not(both[0]), None, **facts) is negation(left)


def test_always_is_true() -> None:
    assert truth(Always()) is TRUE
    assert grounds_of(Always()) == Grounds(TRUE)


def test_a_choice_is_one_of_the_values() -> None:
    either = Is("a", ("x", "y"))
    assert [truth(either, a="x"), truth(either, a="y"), truth(either, a="z")] == [TRUE, TRUE, FALSE]
    assert truth(either) is UNKNOWN


def test_a_set_holds_at_least_one_of_the_values() -> None:
    either = Is("a", ("x", "y"))
    assert truth(either, a=frozenset({"y", "z"})) is TRUE
    assert truth(either, a=frozenset({"z"})) is FALSE
    assert truth(either, a=frozenset()) is FALSE


def test_a_set_may_be_asked_to_be_filled_or_empty() -> None:
    some = frozenset({"x"})
    none: frozenset[str] = frozenset()
    filled, empty = Filled("a", True), Filled("a", False)
    assert [truth(filled, a=some), truth(filled, a=none), truth(filled)] == [TRUE, FALSE, UNKNOWN]
    assert [truth(empty, a=some), truth(empty, a=none), truth(empty)] == [FALSE, TRUE, UNKNOWN]


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2025, 11, 22), TRUE), (date(2025, 11, 23), FALSE), (date(2025, 11, 24), FALSE)]
)
def test_older_than_twelve_months_starts_the_day_after_the_anniversary(day: date, expected: Truth) -> None:
    assert truth(OlderThan("a", 12), a=day) is expected


def test_older_than_is_unknown_without_a_date() -> None:
    assert truth(OlderThan("a", 12)) is UNKNOWN
    assert truth(OlderThan("a", 12), a="2020-01-01") is UNKNOWN


def test_the_months_are_those_of_the_condition_and_of_the_day_it_is_asked() -> None:
    six = compile_condition(OlderThan("a", 6), {})
    assert six({"a": date(2026, 5, 22)}, TODAY) is TRUE
    assert six({"a": date(2026, 5, 23)}, TODAY) is FALSE
    assert six({"a": date(2026, 5, 23)}, date(2026, 11, 24)) is TRUE


def test_a_definition_is_what_it_says() -> None:
    definitions: dict[str, Expression] = {"child": Is("a", ("x",)), "minor": Ref("child")}
    assert truth(Ref("minor"), definitions, a="x") is TRUE
    assert truth(Not(Ref("minor")), definitions, a="x") is FALSE


A, B, C = (Is(name, ("yes",)) for name in "abc")


@pytest.mark.parametrize(
    ("expression", "facts", "expected"),
    [
        (A, {"a": "yes"}, (TRUE, "a", "")),
        (A, {"a": "no"}, (FALSE, "a", "")),
        (A, {}, (UNKNOWN, "", "a")),
        (Ref("yes_a"), {"a": "yes"}, (TRUE, "a", "")),
        (Ref("again"), {"a": "no"}, (FALSE, "a", "")),
        (Not(Ref("again")), {"a": "yes"}, (FALSE, "a", "")),
        (All((Ref("again"), B)), {"a": "yes"}, (UNKNOWN, "a", "b")),
        (Any((Ref("again"), B)), {"a": "yes"}, (TRUE, "a", "")),
        (Not(A), {"a": "yes"}, (FALSE, "a", "")),
        (Not(A), {}, (UNKNOWN, "", "a")),
        # What holds rests on all parts of an `all`; what does not, on those that fail it.
        (All((A, B)), {"a": "yes", "b": "yes"}, (TRUE, "ab", "")),
        (All((A, B, C)), {"a": "yes", "b": "no", "c": "no"}, (FALSE, "bc", "")),
        (All((A, B, C)), {"b": "no", "c": "yes"}, (FALSE, "b", "")),
        (All((A, B, C)), {"a": "yes", "c": "yes"}, (UNKNOWN, "ac", "b")),
        (All((A, B, C)), {"a": "yes"}, (UNKNOWN, "a", "bc")),
        # The mirror for `any`.
        (Any((A, B)), {"a": "no", "b": "no"}, (FALSE, "ab", "")),
        (Any((A, B, C)), {"a": "yes", "b": "no", "c": "yes"}, (TRUE, "ac", "")),
        (Any((A, B, C)), {"b": "yes", "c": "no"}, (TRUE, "b", "")),
        (Any((A, B, C)), {"a": "no", "c": "no"}, (UNKNOWN, "ac", "b")),
        (Any((A, B, C)), {}, (UNKNOWN, "", "abc")),
        # A part that is settled lays open nothing of what it did not need.
        (All((Any((A, B)), C)), {"a": "yes"}, (UNKNOWN, "a", "c")),
    ],
)
def test_the_grounds_name_what_it_rests_on_and_what_would_settle_it(
    expression: Expression, facts: dict[str, str], expected: tuple[Truth, str, str]
) -> None:
    status, because, missing = expected
    assert grounds_of(expression, **facts) == Grounds(status, frozenset(because), frozenset(missing))


OLD = OlderThan("a", 12)


@pytest.mark.parametrize(
    ("expression", "expected"), [(OLD, TRUE), (Not(OLD), FALSE), (All((OLD, OLD)), TRUE), (Any((OLD, Not(OLD))), TRUE)]
)
def test_the_day_reaches_every_part(packs: Packs, expression: Expression, expected: Truth) -> None:
    facts = {"a": date(2025, 11, 22)}
    assert truth(expression, None, **facts) is expected
    assert grounds(expression, packs.for_area(None), facts, TODAY) == Grounds(expected, frozenset({"a"}))


def test_grounds_of_a_pack_use_its_definitions(packs: Packs) -> None:
    pack = packs.for_area(None)
    assert grounds(Ref("child"), pack, {"age_group": "unborn"}, TODAY) == Grounds(TRUE, frozenset({"age_group"}))
