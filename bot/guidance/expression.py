"""Conditions as data: what a rule's `when` may say. Evaluated by bot/criteria, never here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any as Anything


@dataclass(frozen=True, slots=True)
class Always:
    """True on every set of facts."""


@dataclass(frozen=True, slots=True)
class Is:
    """The fact is one of these values; for a set-valued fact, holds at least one of them."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """The set-valued fact holds something (`filled`), or was answered "none of these" (not `filled`)."""

    fact: str
    filled: bool


@dataclass(frozen=True, slots=True)
class OlderThan:
    """The date is more than so many calendar months before today."""

    fact: str
    months: int


@dataclass(frozen=True, slots=True)
class Ref:
    """A definition of the pack, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    part: Expression


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Expression, ...]


Expression = Always | Is | Filled | OlderThan | Ref | Not | All | Any


class NotAnExpression(ValueError):
    """The YAML is not a condition: what was found, and what is expected."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"found {found}, expected {expected}")
        self.found, self.expected = found, expected


def parse(raw: Anything) -> Expression:
    """Turn a `when` as read from YAML into an expression.

    A string names a definition (or is `always`). A mapping with one key is `all`, `any` (lists),
    `not`, or a fact: a value, a list of values, `filled`, `empty`, or `{older_than_months: n}`.
    Raises NotAnExpression.
    """
    if isinstance(raw, str):
        return Always() if raw == "always" else Ref(raw)
    if not isinstance(raw, dict) or len(raw) != 1:
        raise NotAnExpression(repr(raw), "a definition's name or a mapping with one key")
    key, value = next(iter(raw.items()))
    if key in ("all", "any"):
        if not isinstance(value, list) or not value:
            raise NotAnExpression(f"{value!r} under '{key}'", "a list of conditions")
        parts = tuple(parse(part) for part in value)
        return All(parts) if key == "all" else Any(parts)
    if key == "not":
        return Not(parse(value))
    return _about_fact(str(key), value)


def _about_fact(fact: str, value: Anything) -> Expression:
    if value in ("filled", "empty"):
        return Filled(fact, value == "filled")
    if isinstance(value, dict) and set(value) == {"older_than_months"} and type(value["older_than_months"]) is int:
        return OlderThan(fact, value["older_than_months"])
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(item, str) for item in values):
        raise NotAnExpression(f"{value!r} for '{fact}'", "a value or a list of values, in quotes if yes or no")
    return Is(fact, tuple(values))


def atoms(expression: Expression) -> Iterator[Expression]:
    """Every leaf of the expression, definitions included by reference, left to right."""
    match expression:
        case All(parts) | Any(parts):
            for part in parts:
                yield from atoms(part)
        case Not(part):
            yield from atoms(part)
        case leaf:
            yield leaf


def leaves(expression: Expression, definitions: Mapping[str, Expression]) -> Iterator[Always | Is | Filled | OlderThan]:
    """As `atoms`, with each definition replaced by what it stands for."""
    for atom in atoms(expression):
        if isinstance(atom, Ref):
            yield from leaves(definitions[atom.name], definitions)
        elif isinstance(atom, (Always, Is, Filled, OlderThan)):
            yield atom


def facts_of(expression: Expression, definitions: Mapping[str, Expression]) -> tuple[str, ...]:
    """The names of the facts that the expression rests on, each once, left to right."""
    found = (leaf.fact for leaf in leaves(expression, definitions) if not isinstance(leaf, Always))
    return tuple(dict.fromkeys(found))
