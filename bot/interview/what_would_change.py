"""What would change an outcome: the single answers that, given otherwise, would leave it open or rule it out."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.criteria.evaluate import compile_condition
from bot.criteria.facts import Facts, Value
from bot.criteria.truth import TRUE
from bot.guidance.model import Fact, Pack, Rule
from bot.interview.saying import say_fact


def with_basis(
    assessment: dict[str, Any], pack: Pack, facts: Facts, derived: frozenset[str], today: date
) -> dict[str, Any]:
    """The assessment, each outcome with two more keys for people who must answer for it.

    `basis`: every fact it rests on or waits for, labelled told, derived or unknown. `changes_if`: for an outcome
    that applies, the answers that alone would open it or rule it out ("there is no sign of abuse or neglect").
    """
    rules = {rule.id: rule for rule in pack.rules}
    return {
        **assessment,
        "outcomes": [
            {
                **item,
                "basis": basis(item, pack, facts, derived),
                "changes_if": changes_if(pack, rules[item["rule"]], facts, today)
                if item["status"] == "applies"
                else [],
            }
            for item in assessment["outcomes"]
        ],
    }


def basis(item: dict[str, Any], pack: Pack, facts: Facts, derived: frozenset[str]) -> list[dict[str, str]]:
    """Each fact behind the outcome, in words, with where it comes from."""
    known = [
        {"fact": fact, "label": "derived" if fact in derived else "told", "words": say_fact(pack, fact, facts[fact])}
        for fact in item["because"]
    ]
    unknown = [{"fact": fact, "label": "unknown", "words": say_fact(pack, fact, None)} for fact in item["missing"]]
    return known + unknown


def changes_if(pack: Pack, rule: Rule, facts: Facts, today: date) -> list[dict[str, str]]:
    """The other values of one known fact with which the outcome would no longer apply, everything else as it is."""
    test = compile_condition(rule.when, pack.definitions)
    return [
        {"fact": name, "words": say_fact(pack, name, value)}
        for name, fact in pack.facts.items()
        if name in facts and fact.kind != "date"
        for value in others(fact, facts[name])
        if test({**facts, name: value}, today) is not TRUE
    ]


def others(fact: Fact, value: Value) -> list[Value]:
    """Other answers to the same question; for a list, the list without what was ticked."""
    if isinstance(value, frozenset):
        return [frozenset()] if value else []
    return [other for other in fact.values if other != value]
