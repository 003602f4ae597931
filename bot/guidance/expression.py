"""Conditions as data: what a rule's `when` may say. Evaluated by bot/criteria, never here."""

from __future__ import annotations

from collections.abc import Iterator
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
    """The YAML is not a condition; the message says what was found and what is expected."""


def parse(raw: Anything) -> Expression:
    """Turn a `when` as read from YAML into an expression.

    A string names a definition (or is `always`). A mapping with one key is `all`, `any` (lists),
    `not`, or a fact: a value, a list of values, `filled`, `empty`, or `{older_than_months: n}`.
    Raises NotAnExpression.
    """
    if isinstance(raw, str):
        return Always() if raw == "always" else Ref(raw)
    if not isinstance(raw, dict) or len(raw) != 1:
        raise NotAnExpression(f"found {raw!r}, expected a definition's name or a mapping with one key")
    key, value = next(iter(raw.items()))
    if key in ("all", "any"):
        if not isinstance(value, list) or not value:
            raise NotAnExpression(f"found {value!r} under '{key}', expected a list of conditions")
        parts = tuple(parse(part) for part in value)
        return All(parts) if key == "all" else Any(parts)
    if key == "not":
        return Not(parse(value))
    return _about_fact(str(key), value)


def _about_fact(fact: str, value: Anything) -> Expression:
    if value in ("filled", "empty"):
        return Filled(fact, value == "filled")
    if isinstance(value, dict) and set(value) == {"older_than_months"}:
        return OlderThan(fact, int(value["older_than_months"]))
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(item, str) for item in values):
        raise NotAnExpression(f"found {value!r} for '{fact}', expected a value or a list of values, in quotes if yes or no")
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
