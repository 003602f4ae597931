"""The heading of an assessment in a few words, and whether anyone is in danger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.referrals.content import danger

NO_OUTCOME = "No outcome on what was told"


def headline_words(assessment: Mapping[str, Any]) -> str:
    """The answer in short and the headline's title, "Possibly: " before one that is not certain."""
    headline = assessment.get("headline") or {}
    outcome = headline.get("outcome")
    titles = {o.get("outcome"): o.get("title") for o in assessment.get("outcomes", [])}
    title = headline.get("title") or titles.get(outcome) or outcome_title(outcome) or NO_OUTCOME
    told = f"Possibly: {title}" if headline.get("status") == "possible" else title
    return f"{assessment['in_short']}. {told}" if assessment.get("in_short") else told


def danger_words(assessment: Mapping[str, Any]) -> str:
    """What a tag says: danger now, danger not ruled out (nobody knows), or nothing."""
    return {"applies": "Danger now", "possible": "Danger not ruled out"}.get(danger(assessment) or "", "")


def outcome_title(outcome: str | None) -> str:
    """An outcome's id as words, for an assessment that brings no title."""
    return (outcome or "").replace("_", " ").capitalize()
