"""What the joint reader tells of a message: one share for each value of each fact, and for what else a message does."""

from __future__ import annotations

from bot.criteria.answers import NONE_OF_THESE

VALUES: dict[str, tuple[str, ...]] = {
    "immediate_danger": ("yes", "no"),
    "age_group": ("unborn", "under_18", "18_to_24", "25_or_over"),
    "outcome": ("died", "seriously_harmed", "near_miss", "less_serious"),
    "harm_kinds": (
        "life_threatening",
        "lasting_physical",
        "mental_health",
        "development",
        "other_serious",
        NONE_OF_THESE,
    ),
    "abuse_neglect": ("known", "suspected", "no_sign"),
    "suspected_suicide": ("yes", "no"),
    "place": ("this_area", "other_area_england", "elsewhere_uk", "abroad"),
    "normally_resident": ("yes", "no"),
    "looked_after": ("yes", "no"),
    "care_leaver": ("yes", "no"),
    "setting": ("residential", "custody_or_detention", "other_regulated", "none"),
    "agencies_together": ("yes", "no"),
    "features": (
        "improvements_needed",
        "repeat_theme",
        "single_agency",
        "no_agency_known",
        "cross_boundary",
        "panel_suggested",
        "good_practice",
        "poor_practice",
        NONE_OF_THESE,
    ),
    "other_routes": (
        "allegation_against_worker",
        "adult_victim",
        "domestic_abuse_death_16_plus",
        "staff_conduct_only",
        "position_of_trust_adults",
        NONE_OF_THESE,
    ),
    "told_social_care": ("yes", "no"),
    "told_lead": ("yes", "no"),
    "works_for_la": ("yes", "no"),
    "children": ("several",),
    "harmed_by_child": ("yes",),
    "referrer": ("public", "councillor_or_mp", "coroner"),
}
"""The facts that words alone can tell; areas, ages and days are read by rules."""

SETS = frozenset({"harm_kinds", "features", "other_routes"})

DANGER, ASKS, CASE, DENIES, UNKNOWN = "danger", "asks", "case", "denies", "unknown"
"""A child is in danger now; something is asked; a case in hand is told; an alarm is denied; what the question asks is
not known."""

LABELS: tuple[str, ...] = (
    *(f"{fact}={value}" for fact, values in VALUES.items() for value in values),
    DANGER,
    ASKS,
    CASE,
    DENIES,
    UNKNOWN,
)
PLACES: dict[str, int] = {label: place for place, label in enumerate(LABELS)}
