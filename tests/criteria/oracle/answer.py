"""Section "The answer and the headline" of the decision table: by statuses, and by going through every completion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from tests.criteria.oracle.table import rules_of
from tests.criteria.oracle.values import every_value

Statuses = Mapping[str, str | None]

MUST_OR_SHOULD = ("looked_after_death", "care_leaver_death", "local_regulated_setting")
OTHER_ROUTES = (
    "other_country_process", "outside_england_partnership", "safeguarding_referral", "staff_conduct", "lado",
    "safeguarding_adults_review", "domestic_abuse_death_review", "position_of_trust", "single_agency_review",
    "child_death_review",
)  # fmt: skip


def answer_of(status: Statuses) -> tuple[str, str]:
    """The answer and the outcome that heads the result."""

    def first(names: tuple[str, ...], *wanted: str) -> str | None:
        return next((name for name in names if status.get(name) in wanted), None)

    elsewhere = status.get("other_country_process") == "applies"
    open_ = first(("refer", "la_notify_panel"), "possible")
    route = first(OTHER_ROUTES, "applies")
    if status.get("la_notify_panel") == "applies":
        return "yes", "la_notify_panel"
    if status.get("refer") == "applies" and not elsewhere:
        return "yes", "refer"
    if (owed := first(MUST_OR_SHOULD, "applies")) is not None:
        return "notify", owed
    if open_ is not None and not elsewhere:
        return "not_settled", open_
    choice = status.get("discretionary")
    if choice == "applies" or (choice == "possible" and route in (None, "child_death_review")):
        return "partners_may_choose", "discretionary"
    if route is not None:
        return "another_route", route
    return "not_this_process", "adult_only" if status.get("adult_only") == "applies" else "speak_to_lead"


TOLD_APART: Mapping[str, tuple[object, ...]] = {
    "harm_kinds": (frozenset(), frozenset({"development"})),
    "features": tuple(map(frozenset, ((), ("poor_practice",), ("single_agency",)))),
    "other_routes": (frozenset(), frozenset({"adult_victim"}), frozenset({"staff_conduct_only"})),
    "abuse_neglect": ("no_sign", "known"),
    "place": ("this_area", "abroad"),
    "setting": ("none", "other_regulated", "residential"),
}
"""Of each fact enough values to make every difference that an answer can make; of the others, all."""


def answers_of_completions(area: str | None, facts: Mapping[str, Any]) -> frozenset[str]:
    """The answers that the completions of the known facts give."""
    lines = {outcome: line for (_, outcome), line in rules_of(area).items()}
    ranked = ("la_notify_panel", "refer", *MUST_OR_SHOULD, "discretionary", *OTHER_ROUTES)
    needed = dict.fromkeys(fact for outcome in ranked if outcome in lines for fact in lines[outcome].facts)

    def whole() -> Iterator[dict[str, Any]]:
        some = [[facts[name]] if name in facts else TOLD_APART.get(name, every_value(name)) for name in needed]
        return (dict(zip(needed, values, strict=True)) for values in product(*some))

    found = set()
    for complete in whole():
        held = {name: "applies" for name in ranked if name in lines and lines[name].holds(complete)}
        found.add(answer_of(held)[0])
    return frozenset(found)
