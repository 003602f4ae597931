"""What a draft says, worked out from the check: facts, rules that fired, urgency, the next date."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

UNKNOWN = "unknown"


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
    due = [date.fromisoformat(d["due"]) for d in assessment.get("deadlines", []) if d.get("due")]
    return {
        "facts": told_and_unknown(facts),
        "assessment": json.loads(json.dumps(assessment)),
        "pack_id": assessment["pack"]["id"],
        "pack_version": assessment["pack"]["version"],
        "rules": [{key: o.get(key) for key in ("rule", "outcome", "status")} for o in outcomes],
        "own_words": own_words,
        "urgent": any(o.get("outcome") == "act_now" for o in outcomes),
        "next_due": min(due, default=None),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset | tuple | list):
        return sorted(_plain(each) for each in value)
    return value
