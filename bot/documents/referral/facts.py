"""The facts of the check, each told, derived or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.documents.referral.document import Fact, Facts
from bot.referrals.record.whole import Words, value_words

UNKNOWN = "Not known"


def facts_of(facts: Mapping[str, Any], assessment: Mapping[str, Any], words: Words) -> Facts:
    """`facts` is {"told": {fact: value}, "unknown": [fact]}; what was derived is in the reasons of the outcomes."""
    told = facts.get("told") or {}
    derived: dict[str, str] = {}
    for outcome in assessment.get("outcomes") or []:
        for each in outcome.get("basis") or []:
            if each["label"] == "derived" and each["fact"] not in told:
                derived[each["fact"]] = each["words"]
    return Facts(
        told=tuple(Fact(name, words.fact_words(name), value_words(words, name, value)) for name, value in told.items()),
        derived=tuple(Fact(name, words.fact_words(name), said) for name, said in derived.items()),
        unknown=tuple(Fact(name, words.fact_words(name), UNKNOWN) for name in facts.get("unknown") or []),
    )
