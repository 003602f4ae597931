"""What the engine says, in the few words that the proofs compare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.criteria.outcomes import outcomes
from bot.guidance.model import Pack
from tests.criteria.oracle.values import TODAY

RANK = {None: 0, "possible": 1, "applies": 2}
"""Absent, possible, applies: an outcome that moves down this order has been weakened."""


def statuses(pack: Pack, facts: Mapping[str, Any]) -> dict[str, str | None]:
    """Each outcome the pack can give, with its status on these facts; None: absent."""
    found = {item.outcome: item.status for item in outcomes(pack, facts, TODAY)}
    return {rule.outcome: found.get(rule.outcome) for rule in pack.rules}
