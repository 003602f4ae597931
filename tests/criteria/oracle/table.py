"""Sections "Definitions", "Rules" and "Notes" of the decision table, written down again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateutil.relativedelta import relativedelta

from tests.criteria.oracle.values import SETS, TODAY, Value, every_value

ANY_HARM = {"harm_kinds": frozenset(SETS["harm_kinds"])}

Complete = Mapping[str, Any]
"""A value for every fact the line mentions; nothing is unknown here."""


@dataclass(frozen=True, eq=False)  # one line is itself alone, so that what is worked out of it can be kept
class Line:
    """A line of the table: the facts it mentions and whether it holds.

    Of the sets in `ticked` it asks only whether any of these was ticked, not which.
    """

    facts: tuple[str, ...]
    holds: Callable[[Complete], bool]
    ticked: Mapping[str, frozenset[str]] = field(default_factory=lambda: ANY_HARM)

    def values(self, fact: str) -> tuple[Value, ...]:
        """The values of the fact that the line can tell apart; of others one that stands for them."""
        return (frozenset(), frozenset(sorted(self.ticked[fact])[:1])) if fact in self.ticked else every_value(fact)

    def alike(self, fact: str, value: object) -> object:
        """The one among `values` that the line cannot tell from this one."""
        if fact not in self.ticked or not isinstance(value, frozenset):
            return value
        return self.values(fact)[bool(value & self.ticked[fact])]


def child(f: Complete) -> bool:
    return f["age_group"] in {"unborn", "under_18"}


def died(f: Complete) -> bool:
    return f["outcome"] == "died"


def harmed(f: Complete) -> bool:
    return f["outcome"] == "seriously_harmed" or len(f["harm_kinds"]) > 0


def serious(f: Complete) -> bool:
    return died(f) or harmed(f)


def abuse(f: Complete) -> bool:
    return f["abuse_neglect"] in {"known", "suspected"}


def base(f: Complete) -> bool:
    return child(f) and serious(f) and abuse(f)


def in_england(f: Complete) -> bool:
    return f["place"] in {"this_area", "other_area_england"}


def outside_england(f: Complete) -> bool:
    return f["place"] in {"elsewhere_uk", "abroad"}


def regulated(f: Complete) -> bool:
    return f["setting"] in {"residential", "custody_or_detention", "other_regulated"}


def institutional(f: Complete) -> bool:
    return f["setting"] in {"residential", "custody_or_detention"}


def factor(f: Complete) -> bool:
    named = {"improvements_needed", "repeat_theme", "panel_suggested"}
    return f["agencies_together"] == "yes" or len(f["features"] & named) > 0


def circumstance(f: Complete) -> bool:
    return institutional(f) or len(f["features"] & {"single_agency", "no_agency_known", "cross_boundary"}) > 0


def reason_for_choice(f: Complete) -> bool:
    return factor(f) or circumstance(f) or len(f["features"] & {"good_practice", "poor_practice"}) > 0


def discretionary(f: Complete) -> bool:
    in_care = f["age_group"] == "under_18" and died(f) and f["looked_after"] == "yes"
    after_care = f["age_group"] in {"under_18", "18_to_24"} and died(f) and f["care_leaver"] == "yes"
    some = child(f) and (f["outcome"] == "near_miss" or reason_for_choice(f))
    return not base(f) and (some or in_care or after_care)


def adult_with_serious_abuse(f: Complete) -> bool:
    return f["age_group"] in {"18_to_24", "25_or_over"} and serious(f) and abuse(f)


def route(name: str) -> Line:
    return Line(("other_routes",), lambda f: name in f["other_routes"])


def feature(name: str) -> Line:
    return Line(("features",), lambda f: name in f["features"])


def is_yes(fact: str) -> Line:
    return Line((fact,), lambda f: f[fact] == "yes")


BASE = ("age_group", "outcome", "harm_kinds", "abuse_neglect")

NATIONAL: Mapping[tuple[str, str], Line] = {
    ("R01", "act_now"): is_yes("immediate_danger"),
    ("R02", "tell_social_care"): Line(
        ("age_group", "told_social_care"), lambda f: child(f) and f["told_social_care"] == "no"
    ),
    ("R10", "la_notify_panel"): Line(
        (*BASE, "place", "normally_resident"), lambda f: base(f) and (in_england(f) or f["normally_resident"] == "yes")
    ),
    ("R11", "cross_border"): Line(
        (*BASE, "place", "normally_resident", "features"),
        lambda f: (
            base(f)
            and (
                f["place"] == "other_area_england"
                or (f["place"] == "this_area" and f["normally_resident"] == "no")
                or "cross_boundary" in f["features"]
            )
        ),
        {**ANY_HARM, "features": frozenset({"cross_boundary"})},
    ),
    ("R12", "other_country_process"): Line(
        (*BASE, "place", "normally_resident"),
        lambda f: base(f) and outside_england(f) and f["normally_resident"] == "no",
    ),
    ("R20", "refer"): Line(BASE, base),
    ("R30", "looked_after_death"): Line(
        ("age_group", "outcome", "looked_after"),
        lambda f: f["age_group"] == "under_18" and died(f) and f["looked_after"] == "yes",
    ),
    ("R31", "care_leaver_death"): Line(
        ("age_group", "outcome", "care_leaver"),
        lambda f: died(f) and f["care_leaver"] == "yes" and f["age_group"] in {"under_18", "18_to_24"},
    ),
    ("R40", "discretionary"): Line(
        (*BASE, "looked_after", "care_leaver", "agencies_together", "setting", "features"),
        discretionary,
        {**ANY_HARM, "features": frozenset(SETS["features"])},
    ),
    ("R41", "single_agency_review"): feature("single_agency"),
    ("R50", "child_death_review"): Line(("age_group", "outcome"), lambda f: f["age_group"] == "under_18" and died(f)),
    ("R51", "lado"): route("allegation_against_worker"),
    ("R52", "safeguarding_adults_review"): Line(
        (*BASE, "other_routes"), lambda f: "adult_victim" in f["other_routes"] or adult_with_serious_abuse(f)
    ),
    ("R53", "domestic_abuse_death_review"): route("domestic_abuse_death_16_plus"),
    ("R54", "position_of_trust"): route("position_of_trust_adults"),
    ("R55", "staff_conduct"): route("staff_conduct_only"),
    ("R60", "safeguarding_referral"): Line(
        BASE, lambda f: child(f) and f["outcome"] == "less_serious" and not harmed(f) and abuse(f)
    ),
    ("R80", "adult_only"): Line(
        ("age_group", "care_leaver"),
        lambda f: f["age_group"] == "25_or_over" or (f["age_group"] == "18_to_24" and f["care_leaver"] == "no"),
    ),
    ("R90", "speak_to_lead"): Line((), lambda f: True),
}

DARLINGTON: Mapping[tuple[str, str], Line] = {
    ("R34", "local_regulated_setting"): Line(
        ("age_group", "outcome", "setting"), lambda f: f["age_group"] == "under_18" and died(f) and regulated(f)
    ),
}

NOT_ENGLAND: Mapping[tuple[str, str], Line] = {
    ("R01", "act_now"): is_yes("immediate_danger"),
    ("R81", "outside_england_partnership"): Line((), lambda f: True),
    ("R90", "speak_to_lead"): Line((), lambda f: True),
}

NOTES: Mapping[str, Line] = {
    "agencies_together": is_yes("agencies_together"),
    "improvements_needed": feature("improvements_needed"),
    "repeat_theme": feature("repeat_theme"),
    "panel_suggested": feature("panel_suggested"),
    "institutional": Line(("setting",), institutional),
    "single_agency": feature("single_agency"),
    "no_agency_known": feature("no_agency_known"),
    "cross_boundary": feature("cross_boundary"),
    "good_practice": feature("good_practice"),
    "suspected_suicide": is_yes("suspected_suicide"),
    "no_joint_working_concern": Line(
        (*BASE, "agencies_together"), lambda f: f["agencies_together"] == "no" and base(f)
    ),
    "old_case": Line(("incident_on",), lambda f: f["incident_on"] < TODAY - relativedelta(months=12)),
    "unborn": Line(("age_group",), lambda f: f["age_group"] == "unborn"),
    "uncertain_harm": Line(
        ("outcome", "harm_kinds"), lambda f: f["outcome"] == "seriously_harmed" and len(f["harm_kinds"]) == 0
    ),
    "harm_before_18": Line(BASE, adult_with_serious_abuse),
    "several_children": Line(("children",), lambda f: f["children"] == "several"),
    "child_who_harmed": is_yes("harmed_by_child"),
}


AREA_UNKNOWN = Line((), lambda f: True)


def rules_of(area: str | None) -> Mapping[tuple[str, str], Line]:
    """The table's lines for an area, by rule and outcome."""
    if area == "not_england":
        return NOT_ENGLAND
    return {**NATIONAL, **DARLINGTON} if area == "darlington" else NATIONAL


def notes_of(area: str | None) -> Mapping[str, Line]:
    """The table's notes for an area. Not England: the check ends before them. No area: `area_unknown` as well."""
    if area == "not_england":
        return {}
    return {**NOTES, "area_unknown": AREA_UNKNOWN} if area is None else NOTES
