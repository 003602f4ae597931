"""Whether a condition can hold at all: for the checker and the drawing, never for a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, combinations

from dateutil.relativedelta import relativedelta

from bot.criteria.evaluate import Test, compile_condition
from bot.criteria.facts import Value
from bot.criteria.truth import FALSE, TRUE
from bot.guidance.expression import Expression, Filled, Is, OlderThan, facts_of, leaves
from bot.guidance.fault import Fault
from bot.guidance.model import Fact, Pack
from bot.guidance.packs import Edition

ANY_DAY = date(2026, 1, 1)
"""What can hold does not depend on the day: every date it is compared with is counted back from it."""


def unreached(edition: Edition) -> Iterator[Fault]:
    """A fault for each outcome that applies on no facts whatever."""
    pack = edition.pack
    reached = {rule.outcome for rule in pack.rules if can_hold(rule.when, pack)}
    for rule in pack.rules:
        if rule.outcome not in reached:
            entry = edition.gathered.sections["rules"][rule.id]
            expected = f"a condition under which '{rule.outcome}' can apply"
            yield entry.fault(("when",), "a condition that no facts meet", expected)


def can_hold(expression: Expression, pack: Pack, unknown: frozenset[str] = frozenset()) -> bool:
    """Whether some values make the expression true while the facts in `unknown` stay unknown."""
    facts = [name for name in facts_of(expression, pack.definitions) if name not in unknown]
    choices = [(name, list(_distinct_values(pack.facts[name], expression, pack))) for name in facts]
    return _search(compile_condition(expression, pack.definitions), choices, {})


def _search(test: Test, choices: list[tuple[str, list[Value]]], chosen: Mapping[str, Value]) -> bool:
    """Settle one fact after another, leaving a path as soon as it is false whatever the others are."""
    truth = test(chosen, ANY_DAY)
    if truth is TRUE or truth is FALSE or not choices:
        return truth is TRUE
    (name, values), *others = choices
    return any(_search(test, others, {**chosen, name: value}) for value in values)


def _distinct_values(fact: Fact, expression: Expression, pack: Pack) -> Iterator[Value]:
    """Enough values of the fact to tell apart everything that the expression asks about it."""
    about = [leaf for leaf in leaves(expression, pack.definitions) if getattr(leaf, "fact", None) == fact.name]
    if fact.kind == "choice":
        yield from fact.values
    elif fact.kind == "date":
        yield ANY_DAY
        for leaf in about:
            if isinstance(leaf, OlderThan):
                yield ANY_DAY - relativedelta(months=leaf.months) - timedelta(days=1)
    else:
        named = {value for leaf in about if isinstance(leaf, Is) for value in leaf.values}
        others = [value for value in fact.values if value not in named]
        # Values that nothing asks for are alike: one stands for all, and only where being filled matters.
        tell_apart = [*sorted(named), *(others[:1] if any(isinstance(leaf, Filled) for leaf in about) else ())]
        yield from map(frozenset, chain.from_iterable(combinations(tell_apart, n) for n in range(len(tell_apart) + 1)))
