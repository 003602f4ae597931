"""Conditions evaluated together: the right answers, and the same object for facts that cannot be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.criteria import all_at_once, remember
from bot.criteria.all_at_once import AllAtOnce, TooMuchToTellApart
from bot.criteria.evaluate import compile_condition
from bot.criteria.explain import Grounds
from bot.criteria.facts import Value
from bot.criteria.remember import once_a_pack
from bot.criteria.truth import FALSE, TRUE, UNKNOWN
from bot.guidance.expression import All, Always, Any, Expression, Filled, Is, Not, OlderThan
from bot.guidance.load import Packs
from bot.guidance.model import Pack
from tests.criteria.oracle.values import subsets

TODAY = date(2026, 11, 23)
SERIOUS = Any((Is("outcome", ("died", "seriously_harmed")), Filled("harm_kinds", True)))
DIED = Is("outcome", ("died",))


@pytest.fixture
def pack(packs: Packs) -> Pack:
    return packs.for_area(None)


def together(pack: Pack, *conditions: Expression) -> AllAtOnce[Grounds]:
    return AllAtOnce(pack, [(condition, lambda why: why) for condition in conditions])


def truths(found: Sequence[Grounds]) -> list[object]:
    return [why.truth for why in found]


def test_each_condition_has_its_answer_in_its_place(pack: Pack) -> None:
    conditions = together(pack, DIED, Not(DIED), Always(), SERIOUS, Is("place", ("abroad",)))
    assert truths(conditions.of({"outcome": "died"}, TODAY)) == [TRUE, FALSE, TRUE, TRUE, UNKNOWN]
    assert truths(conditions.of({"outcome": "near_miss"}, TODAY)) == [FALSE, TRUE, TRUE, UNKNOWN, UNKNOWN]
    assert truths(conditions.of({}, TODAY)) == [UNKNOWN, UNKNOWN, TRUE, UNKNOWN, UNKNOWN]
    # And again, now that every answer is remembered.
    assert truths(conditions.of({"outcome": "died"}, TODAY)) == [TRUE, FALSE, TRUE, TRUE, UNKNOWN]


def test_no_conditions_no_answers(pack: Pack) -> None:
    assert together(pack).of({"outcome": "died"}, TODAY) == []


def test_facts_it_cannot_tell_apart_give_the_very_same_object(pack: Pack) -> None:
    conditions = together(pack, SERIOUS)
    (one,) = conditions.of({"outcome": "near_miss", "harm_kinds": frozenset({"development"})}, TODAY)
    (other,) = conditions.of({"outcome": "less_serious", "harm_kinds": frozenset({"mental_health", "other_serious"}),
                              "place": "abroad"}, TODAY)  # fmt: skip
    assert one is other


def test_the_same_grounds_reached_by_other_facts_give_the_very_same_object(pack: Pack) -> None:
    conditions = together(pack, All((Is("outcome", ("died",)), Is("place", ("abroad",)))))
    (near_miss,) = conditions.of({"outcome": "near_miss", "place": "abroad"}, TODAY)
    (less,) = conditions.of({"outcome": "near_miss"}, TODAY)
    assert near_miss is less


def test_values_it_can_tell_apart_are_told_apart(pack: Pack) -> None:
    died_abroad = All((DIED, Is("place", ("abroad",))))
    near_miss_here = All((Is("outcome", ("near_miss",)), Is("place", ("this_area",))))
    conditions = together(pack, Any((died_abroad, near_miss_here)))
    for outcome in pack.facts["outcome"].values:
        for place in pack.facts["place"].values:
            expected = (outcome, place) in {("died", "abroad"), ("near_miss", "this_area")}
            assert truths(conditions.of({"outcome": outcome, "place": place}, TODAY)) == [TRUE if expected else FALSE]


def test_every_combination_of_what_it_tells_apart_has_a_place_of_its_own(pack: Pack) -> None:
    one, two, three = (Is("features", (name,)) for name in ("repeat_theme", "single_agency", "good_practice"))
    abroad = Is("place", ("abroad",))
    here = All((Not(three), Not(abroad)))
    condition = Any((All((one, DIED)), All((two, Not(DIED), abroad)), here, All((one, two, three))))
    beside = Is("place", ("this_area",))
    together_, apart = together(pack, condition, beside), compile_condition(condition, {})
    for features in (None, *subsets(("repeat_theme", "single_agency", "good_practice"))):
        for outcome in (None, "died", "near_miss"):
            for place in (None, "abroad", "this_area"):
                told = {"features": features, "outcome": outcome, "place": place}
                facts = {name: value for name, value in told.items() if value is not None}
                expected = [apart(facts, TODAY), compile_condition(beside, {})(facts, TODAY)]
                assert truths(together_.of(facts, TODAY)) == expected, facts


def test_a_condition_with_more_tests_than_it_has_places_is_refused(pack: Pack) -> None:
    features = pack.facts["features"].values
    tests = tuple(Not(Is("features", tuple(some))) for some in subsets(features) if some)
    assert truths(together(pack, All(tests[:63]), DIED).of({"outcome": "died"}, TODAY)) == [UNKNOWN, TRUE]
    with pytest.raises(TooMuchToTellApart, match="a condition on features, outcome: write it as two rules"):
        together(pack, DIED, All((*tests[:64], DIED)))


def test_a_condition_may_say_always_beside_a_fact(pack: Pack) -> None:
    assert truths(together(pack, All((Always(), DIED))).of({"outcome": "died"}, TODAY)) == [TRUE]


def test_a_condition_on_the_age_of_a_date_follows_the_day(pack: Pack) -> None:
    conditions = together(pack, OlderThan("incident_on", 12), DIED)
    facts: dict[str, Value] = {"incident_on": date(2025, 11, 23), "outcome": "died"}
    assert truths(conditions.of(facts, TODAY)) == [FALSE, TRUE]
    assert truths(conditions.of(facts, date(2026, 11, 24))) == [TRUE, TRUE]
    assert truths(conditions.of(facts, TODAY)) == [FALSE, TRUE]
    assert truths(conditions.of({}, TODAY)) == [UNKNOWN, UNKNOWN]


def test_forgetting_changes_no_answer(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, forgetful = together(pack, DIED, SERIOUS), together(pack, DIED, SERIOUS)
    cases = [{"outcome": outcome} for outcome in pack.facts["outcome"].values] * 2
    expected = [plain.of(case, TODAY) for case in cases]
    monkeypatch.setattr(all_at_once, "KEPT", 1)
    assert [forgetful.of(case, TODAY) for case in cases] == expected


def test_what_is_remembered_has_a_bound(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(all_at_once, "KEPT", 2)
    made: list[object] = []
    conditions = AllAtOnce(pack, [(Is("outcome", (value,)), made.append) for value in pack.facts["outcome"].values])
    for outcome in (*pack.facts["outcome"].values, *pack.facts["outcome"].values):
        conditions.of({"outcome": outcome}, TODAY)
        assert max(len(kept) for kept in conditions._kept) <= 2
        assert max(len(shares) for _, shares in conditions._shares) <= 2


def test_something_is_made_once_for_each_pack(packs: Packs) -> None:
    made: list[str | None] = []

    @once_a_pack
    def names(pack: Pack) -> str:
        made.append(pack.area)
        return f"made for {pack.area}"

    for _ in range(2):
        assert names(packs.for_area("walsall")) == "made for walsall"
        assert names(packs.for_area(None)) == "made for None"
    assert made == ["walsall", None]


def test_an_equal_pack_is_another_pack(packs: Packs) -> None:
    made: list[int] = []

    @once_a_pack
    def identity(pack: Pack) -> int:
        made.append(1)
        return id(pack)

    pack = packs.for_area("walsall")
    copy = pack.model_copy()
    assert identity(pack) == id(pack)
    assert identity(copy) == id(copy)
    assert len(made) == 2


def test_more_packs_than_a_service_holds_are_not_kept_for_ever(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remember, "PACKS", 2)
    made: list[str | None] = []

    @once_a_pack
    def area(pack: Pack) -> str | None:
        made.append(pack.area)
        return pack.area

    for name in ("walsall", "birmingham", "walsall", "darlington", "walsall"):
        assert area(packs.for_area(name)) == name
    assert made == ["walsall", "birmingham", "darlington", "walsall"]
