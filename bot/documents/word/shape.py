"""What a Word template may name, worked out from the document itself: single values, lists, and groups of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from bot.documents.referral.document import Document
from bot.referrals.record.fields import Kind, fields_of
from bot.referrals.record.record import Record


@dataclass(frozen=True)
class One:
    """A single value, in words."""


@dataclass(frozen=True)
class Many:
    """A list, to be looped over."""

    of: Shape


@dataclass(frozen=True)
class Having:
    """Something with fields of its own."""

    fields: Mapping[str, Shape]


Shape = Union[One, Many, Having]  # noqa: UP007 - One is not defined before Shape is used

ONE = One()
LOOP = Having(dict.fromkeys(("index", "index0", "first", "last", "length"), ONE))
"""Jinja's `loop`, as far as a template needs it."""


@cache
def shape() -> Having:
    """The shape of a template's context."""
    found = _shape(Document)
    assert isinstance(found, Having)
    return found


def sample(shape: Shape, entries: int) -> Any:
    """A context of this shape for a rehearsal, with so many entries in each list."""
    match shape:
        case One():
            return "Words & <words>"
        case Many(of):
            return [sample(of, entries) for _ in range(entries)]
        case Having(held):
            return {name: sample(each, entries) for name, each in held.items()}


def _shape(kind: Any) -> Shape:
    if kind is Record:
        return Having({name: _part(info.annotation) for name, info in Record.model_fields.items()})
    if get_origin(kind) is tuple:
        return Many(_shape(get_args(kind)[0]))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return Having({field.name: _shape(hints[field.name]) for field in fields(kind)})
    return ONE


def _part(part: Any) -> Shape:
    return Having(
        {name: Many(_part(field.rows)) if field.kind is Kind.ROWS else ONE for name, field in fields_of(part).items()}
    )
