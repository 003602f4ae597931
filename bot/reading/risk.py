"""Which values make the result less safe if they are wrong."""

from __future__ import annotations

from collections.abc import Mapping

UNSAFE: Mapping[str, frozenset[str]] = {
    "immediate_danger": frozenset({"no"}),
    "abuse_neglect": frozenset({"no_sign"}),
    "outcome": frozenset({"near_miss", "less_serious"}),
    "told_social_care": frozenset({"yes"}),
    "age_group": frozenset({"18_to_24", "25_or_over"}),
    "suspected_suicide": frozenset({"no"}),
    "looked_after": frozenset({"no"}),
    "care_leaver": frozenset({"no"}),
    "place": frozenset({"elsewhere_uk", "abroad"}),
    "normally_resident": frozenset({"no"}),
}
"""Values that make the result less safe if they are wrong: never taken from a passing word."""

READ_BACK: Mapping[str, frozenset[str]] = {
    fact: UNSAFE[fact] for fact in ("immediate_danger", "abuse_neglect", "outcome", "told_social_care")
}
"""Those of them that are read back when even the reply to their question leaves a doubt."""
