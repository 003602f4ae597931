"""Kinds of case in words: a way to an outcome for a table, a case for an example."""

from __future__ import annotations

from collections.abc import Mapping

from bot.criteria.every_case import Axis, Kind, Way
from bot.guidance.model import Option, Pack


def conditions(way: Way, pack: Pack) -> tuple[str, ...]:
    """Each fact that the way names, by its label and the labels of the answers: "Age: Not yet born or Under 18"."""
    return tuple(f"{pack.facts[axis.fact].label}: {_answers(axis, kinds, pack)}" for axis, kinds in way.items())


def example(way: Way, pack: Pack) -> str:
    """One case of the way, in the words that play answers back: "the child was under 18; the child died"."""
    by_fact: dict[str, list[tuple[Axis, Kind]]] = {}
    for axis, kinds in way.items():
        by_fact.setdefault(axis.fact, []).append((axis, kinds[0]))
    return "; ".join(_played_back(fact, some, pack) for fact, some in by_fact.items()) or "any case at all"


def _answers(axis: Axis, kinds: tuple[Kind, ...], pack: Pack) -> str:
    fact = pack.facts[axis.fact]
    if fact.kind == "date":
        return " or ".join(_long_ago(kind, axis) for kind in kinds)
    (kind, *more), options = kinds, _options(axis.fact, pack)
    values = (*kind.values, *(value for other in more for value in other.values))
    labels = " or ".join(_label(value, options.get(value)) for value in values)
    if fact.kind == "choice":
        return labels
    if len(values) == len(fact.values):
        return "any of them" if kind.ticked else "none of them"
    return labels if kind.ticked else f"not {labels}"


def _played_back(name: str, some: list[tuple[Axis, Kind]], pack: Pack) -> str:
    """Of values that nothing tells apart one stands for all: of a choice the most worrying."""
    options, fact = _options(name, pack), pack.facts[name]
    axis, kind = some[0]
    if fact.kind == "date":
        return f"{fact.label.lower()}: {_long_ago(kind, axis)}"
    if fact.kind == "choice":
        return _short(kind.values[-1], options) or f"{fact.label.lower()}: {_label(kind.values[-1], None)}"
    ticked = [value for _, kind in some if kind.ticked for value in kind.values[:1]]
    not_ticked = [value for _, kind in some if not kind.ticked for value in kind.values]
    parts = [", ".join(_short(value, options) or _label(value, None) for value in ticked)]
    if set(not_ticked) == set(fact.values):
        parts.append("none of them")
    elif not_ticked:
        parts.append("not " + ", not ".join(_short(value, options) or _label(value, None) for value in not_ticked))
    return f"{fact.label.lower()}: {' and '.join(filter(None, parts))}"


def _short(value: str, options: Mapping[str, Option]) -> str | None:
    return options[value].short if value in options else None


def _long_ago(kind: Kind, axis: Axis) -> str:
    if kind.months is not None:
        return f"more than {kind.months} months ago"
    return f"not more than {min(other.months for other in axis.kinds if other.months is not None)} months ago"


def _options(fact: str, pack: Pack) -> Mapping[str, Option]:
    return next((question.options for question in pack.questions if question.fact == fact), {})


def _label(value: str, option: Option | None) -> str:
    return option.label if option else value.replace("_", " ")
