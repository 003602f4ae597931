"""Section "Facts" of the decision table: every value a fact may have."""

from __future__ import annotations

from datetime import date
from itertools import chain, combinations

Value = str | frozenset[str] | date
TODAY = date(2026, 11, 23)

CHOICES = {
    "immediate_danger": ("no", "yes"),
    "age_group": ("unborn", "under_18", "18_to_24", "25_or_over"),
    "outcome": ("less_serious", "near_miss", "seriously_harmed", "died"),
    "abuse_neglect": ("no_sign", "suspected", "known"),
    "suspected_suicide": ("no", "yes"),
    "place": ("this_area", "other_area_england", "elsewhere_uk", "abroad"),
    "normally_resident": ("no", "yes"),
    "looked_after": ("no", "yes"),
    "care_leaver": ("no", "yes"),
    "setting": ("none", "other_regulated", "custody_or_detention", "residential"),
    "agencies_together": ("no", "yes"),
    "told_social_care": ("no", "yes"),
    "told_lead": ("no", "yes"),
    "works_for_la": ("no", "yes"),
    "children": ("one", "several"),
    "harmed_by_child": ("no", "yes"),
    "referrer": ("practitioner", "public", "councillor_or_mp", "coroner"),
}

SETS = {
    "harm_kinds": ("life_threatening", "lasting_physical", "mental_health", "development", "other_serious"),
    "features": (
        "improvements_needed", "repeat_theme", "single_agency", "no_agency_known",
        "cross_boundary", "panel_suggested", "good_practice", "poor_practice",
    ),
    "other_routes": (
        "allegation_against_worker", "adult_victim", "domestic_abuse_death_16_plus",
        "staff_conduct_only", "position_of_trust_adults",
    ),
}  # fmt: skip

DATES = (
    "incident_on", "practitioner_aware_on", "la_aware_on", "notified_on", "decided_on", "publish_on", "published_on",
)  # fmt: skip

AREAS = ("walsall", "wolverhampton", "birmingham", "darlington", "england_other", "not_england", None)

# Either side of "more than twelve calendar months before today", on it, and far from it.
INCIDENT_DAYS = (date(2019, 1, 1), date(2025, 11, 22), date(2025, 11, 23), date(2025, 11, 24), TODAY)


def subsets(members: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Every subset, the empty one first."""
    sizes = range(len(members) + 1)
    return tuple(frozenset(some) for some in chain.from_iterable(combinations(members, size) for size in sizes))


def every_value(fact: str) -> tuple[Value, ...]:
    """Everything the fact can be once it is known; for a date, one day of each kind that the table tells apart."""
    return subsets(SETS[fact]) if fact in SETS else CHOICES.get(fact, INCIDENT_DAYS)


def telling_values(fact: str) -> tuple[Value, ...]:
    """As every_value, but of the subsets only none, each member alone, each pair, and all of them."""
    if fact not in SETS:
        return every_value(fact)
    return tuple(some for some in subsets(SETS[fact]) if len(some) in (0, 1, 2, len(SETS[fact])))
