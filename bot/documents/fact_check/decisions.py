"""What a lawyer reads and signs: every outcome of a pack by the facts that decide it, on two pages.

The conditions are worked out from every combination of the facts that each outcome rests on, not copied from the rules:
what the rules do is signed, whatever they say.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

import numpy as np

from bot.criteria.every_case import Way, axes, sets_of_facts, table, ways
from bot.criteria.simplify import simplify
from bot.deadlines.spoken import short_date
from bot.documents.fact_check.cases import conditions
from bot.documents.pdf.write import compiled
from bot.guidance.expression import Any as AnyOf
from bot.guidance.model import Pack, Rule
from bot.guidance.packs import Edition

TEMPLATE = "decisions.typ"


def decisions(edition: Edition) -> bytes:
    """The table as a PDF, the same bytes for the same edition."""
    since = datetime.combine(edition.since, time(), UTC)
    return compiled(TEMPLATE, told(edition), since)


def told(edition: Edition) -> dict[str, Any]:
    """What the table says, as plain data: its outcomes in the order in which they head an answer, and the answers."""
    pack = edition.pack
    titles = {rule.outcome: pack.wording[rule.outcome].title for rule in _rules(pack)}
    return {
        "title": f"{pack.head.name}: what decides each outcome",
        "edition": f"Guidance {pack.version}, in force from {short_date(edition.since)}",
        "outcomes": [_outcome(pack, name, title) for name, title in titles.items()],
        "answers": list(_answers(pack, titles)),
    }


def _rules(pack: Pack) -> list[Rule]:
    rank = {outcome: place for place, outcome in enumerate(pack.headline)}
    held = [rule for rule in pack.rules if pack.evaluates is None or rule.outcome in pack.evaluates]
    return sorted(held, key=lambda rule: rank.get(rule.outcome, len(rank)))


def _outcome(pack: Pack, name: str, title: str) -> dict[str, Any]:
    rules = [rule for rule in _rules(pack) if rule.outcome == name]
    condition = simplify(AnyOf(tuple(rule.when for rule in rules)), pack.definitions)
    own = axes(pack.facts, [condition])
    where = np.broadcast_to(table(condition, own), [len(axis.kinds) for axis in own])
    always, either = _apart(ways(where, own), pack)
    return {
        "title": title,
        "rules": ", ".join(rule.id for rule in rules),
        "always": always,
        "either": either,
        "tried": f"{sets_of_facts(own):,}",
        "sources": list(dict.fromkeys(_source(pack, cite) for rule in rules for cite in rule.cite)),
    }


def _apart(found: list[Way], pack: Pack) -> tuple[list[str], list[list[str]]]:
    """What every way asks for, and what each asks for besides."""
    told_ways = [conditions(way, pack) for way in found]
    shared = [part for part in told_ways[0] if all(part in way for way in told_ways)]
    rest = [[part for part in way if part not in shared] for way in told_ways]
    return shared, rest if len(rest) > 1 else []


def _answers(pack: Pack, titles: dict[str, str]) -> Iterator[dict[str, str]]:
    """The lines of the answer that can be reached in this pack, in their order."""
    for line in pack.answer:
        named = [titles[name] for name in line.applies or line.may_apply if name in titles]
        if named:
            unless = [titles[name] for name in line.unless if name in titles]
            when = " or ".join(f"“{title}”" for title in named) + (" applies" if line.applies else " is possible")
            if unless:
                when += ", and none of these applies: " + ", ".join(f"“{title}”" for title in unless)
            yield {"answer": line.in_short, "when": when}


def _source(pack: Pack, cite: str) -> str:
    citation = pack.citations[cite]
    return f"{citation.source.short}: {citation.section}{' (to be checked)' if citation.to_be_checked else ''}"
