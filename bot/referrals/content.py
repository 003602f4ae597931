"""What a draft says, worked out from the check: facts, rules that fired, urgency, the next date."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.criteria.facts import NOT_YET
from bot.deadlines.near import is_met

UNKNOWN = "unknown"

DANGER_RANK = {"applies": 2, "possible": 1, None: 0}
"""How danger is sorted: a child in danger now before one of whom nobody knows."""


def told_and_unknown(facts: Mapping[str, Any]) -> dict[str, Any]:
    """{"told": {fact: value}, "unknown": [fact]}, fit for JSON. None and "unknown" mean unknown."""
    told = {name: _plain(value) for name, value in facts.items() if value is not None and value != UNKNOWN}
    return {"told": told, "unknown": [name for name in facts if name not in told]}


def draft_content(facts: Mapping[str, Any], assessment: Mapping[str, Any], own_words: str) -> dict[str, Any]:
    """The columns of a referral that follow from the check. `assessment` is a `cspr assess` result.

    Urgent: the child is in danger now, or nobody knows (unknown is never treated as no). Raises KeyError when
    the assessment does not name its pack.
    """
    outcomes = assessment.get("outcomes", [])
    known = told_and_unknown(facts)
    return {
        "facts": known,
        "assessment": json.loads(json.dumps(assessment)),
        "pack_id": assessment["pack"]["id"],
        "pack_version": assessment["pack"]["version"],
        "rules": [{key: o.get(key) for key in ("rule", "outcome", "status")} for o in outcomes],
        "own_words": own_words,
        "urgent": danger(assessment) is not None,
        "danger": DANGER_RANK[danger(assessment)],
        "next_due": next_due(assessment, known["told"]),
    }


def danger(assessment: Mapping[str, Any]) -> str | None:
    """ "applies" when a child is in danger now, "possible" when that is not ruled out, None when it is."""
    return next((o["status"] for o in assessment.get("outcomes", []) if o.get("outcome") == "act_now"), None)


def next_due(assessment: Mapping[str, Any], told: Mapping[str, Any]) -> date | None:
    """The earliest date owed and not known to be met; a possible one where there is no other."""
    days = {name: value for name, value in told.items() if value != NOT_YET}
    open_ones = [
        deadline
        for deadline in assessment.get("deadlines", [])
        if deadline.get("due") and not is_met(deadline.get("id") or "", days)
    ]
    certain = [deadline for deadline in open_ones if deadline.get("status") != "possible"]
    return min((date.fromisoformat(deadline["due"]) for deadline in certain or open_ones), default=None)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset | tuple | list):
        return sorted(_plain(each) for each in value)
    return value
