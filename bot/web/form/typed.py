"""What was typed into a page of the form: read, checked, and kept to be shown again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError
from starlette.datastructures import FormData

from bot.redaction import redact
from bot.referrals.record.asking import Part
from bot.referrals.record.day import UNKNOWN
from bot.referrals.record.fields import Field, Kind
from bot.referrals.record.text import accepted, is_blank
from bot.web.chat_date import DateFields, NotADate

OURS = ("control", "too_long", "one_line", "code", "contact", "future", "long_past", "alone")
"""Faults whose message goes on from the field's name."""


@dataclass
class TypedForm:
    """The page as it was sent. `faults` maps a field to a sentence; `at` to the input to go to, where another."""

    values: dict[str, list[str]]
    faults: dict[str, str] = field(default_factory=dict)
    at: dict[str, str] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)

    def one(self, name: str) -> str:
        """The first value of this input; empty when there is none."""
        return next(iter(self.values.get(name, [])), "")

    def fault(self, name: str, sentence: str, at: str = "") -> None:
        """Note the first fault of a field."""
        self.faults.setdefault(name, sentence)
        self.at.setdefault(name, at or name)


def typed_in(form: FormData) -> TypedForm:
    """Every text value of the form by name; a file counts as nothing."""
    values: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            values.setdefault(name, []).append(value)
    return TypedForm(values)


def take(typed: TypedForm, fields: Sequence[Field], part: Part, today: date) -> Part | None:
    """The part with what was typed in these fields; None when something is wrong, which `typed.faults` then says.

    Identifiers are taken out of free text that is not too long, and named in `typed.removed`.
    """
    values = dict(part)
    for each in fields:
        if each.kind is not Kind.ROWS:
            values[each.name] = _value(typed, each)
    if typed.faults:
        return None
    try:
        return type(part).model_validate(values, context={"today": today})
    except ValidationError as refused:
        for fault in refused.errors():
            _note(typed, fields, fault["loc"], fault["type"], fault["msg"])
        return None


def _value(typed: TypedForm, each: Field) -> Any:
    match each.kind:
        case Kind.TICK:
            return bool(typed.one(each.name))
        case Kind.CHOICES:
            return tuple(value for value in typed.values.get(each.name, []) if value)
        case Kind.DAY:
            return _day(typed, each)
        case Kind.TEXT:
            return _text(typed, each)
        case _:
            return typed.one(each.name) or None


def _text(typed: TypedForm, each: Field) -> str | None:
    text = typed.one(each.name)
    assert each.typed is not None, "a text field has its limits"
    if not each.ask.kept and (fits := accepted(text, each.typed.most)) is not None:
        text, removed = redact(fits)
        typed.removed += [kind for kind in removed if kind not in typed.removed]
        if removed:
            typed.values[each.name] = [text]
    return None if is_blank(text) else text


def _day(typed: TypedForm, each: Field) -> date | str | None:
    parts = DateFields(*(typed.one(f"{each.name}-{part}").strip() for part in ("day", "month", "year")))
    unknown = bool(typed.one(f"{each.name}-unknown"))
    if parts.is_empty():
        return UNKNOWN if unknown else None
    if unknown:
        typed.fault(
            each.name, f"{each.begins}: enter a date, or say that it is not known, not both", f"{each.name}-day"
        )
        return None
    try:
        return parts.read()
    except NotADate as fault:
        sentence = str(fault)
        plain = sentence.startswith("Date ")
        said = each.begins + sentence.removeprefix("Date") if plain else f"{each.begins}: {sentence}"
        typed.fault(each.name, said, f"{each.name}-{fault.part}")
        return None


def _note(typed: TypedForm, fields: Sequence[Field], loc: tuple[int | str, ...], kind: str, message: str) -> None:
    named = next((each for each in fields if loc and each.name == loc[0]), None)
    if named is None:
        last = fields[-1]
        typed.fault(last.name, message, _input(last))
    elif kind in OURS:
        typed.fault(named.name, f"{named.begins} {message}", _input(named))
    else:
        typed.fault(named.name, f"{named.begins}: select one of the answers", _input(named))


def _input(each: Field) -> str:
    return f"{each.name}-day" if each.kind is Kind.DAY else each.name
