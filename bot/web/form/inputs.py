"""A page's fields as the template draws them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.referrals.record.asking import Part
from bot.referrals.record.day import UNKNOWN
from bot.referrals.record.fields import Field, Kind, is_needed
from bot.referrals.record.situation import Situation
from bot.web.form.typed import TypedForm

OPTIONAL = " (optional)"


@dataclass(frozen=True)
class Option:
    """One of the answers. `alone`: it stands apart, after "or"."""

    value: str
    text: str
    checked: bool
    alone: bool


@dataclass(frozen=True)
class Input:
    """One question. `value` is its text; `day`, `month`, `year`, `unknown` belong to a date."""

    name: str
    kind: str
    label: str
    hint: str
    error: str
    at: str
    value: str = ""
    rows: int = 1
    most: int = 0
    options: tuple[Option, ...] = ()
    day: str = ""
    month: str = ""
    year: str = ""
    unknown: bool = False
    wrong: str = ""


def inputs(fields: list[Field], part: Part, situation: Situation, typed: TypedForm | None) -> list[Input]:
    """The questions with what was typed, or else with what the record holds."""
    return [_input(each, part, situation, typed) for each in fields if each.kind is not Kind.ROWS]


def _input(field: Field, part: Part, situation: Situation, typed: TypedForm | None) -> Input:
    held = _held(field, getattr(part, field.name))
    sent = typed if typed is not None else TypedForm(held)
    needed = is_needed(part, field, situation) or field.kind is Kind.TICK
    several_lines = field.typed is not None and field.typed.rows > 1
    return Input(
        name=field.name,
        kind=field.kind.value,
        label=field.ask.label + ("" if needed else OPTIONAL),
        hint=" ".join(filter(None, [field.ask.hint, f"Up to {field.typed.most:,} characters." if several_lines and
                                    field.typed else ""])),
        error=sent.faults.get(field.name, ""),
        at=sent.at.get(field.name, field.name),
        value=sent.one(field.name),
        rows=field.typed.rows if field.typed else 1,
        most=field.typed.most if field.typed else 0,
        options=_options(field, sent),
        day=sent.one(f"{field.name}-day"),
        month=sent.one(f"{field.name}-month"),
        year=sent.one(f"{field.name}-year"),
        unknown=bool(sent.one(f"{field.name}-unknown")),
        wrong=sent.at.get(field.name, "").removeprefix(f"{field.name}-"),
    )  # fmt: skip


def _options(field: Field, sent: TypedForm) -> tuple[Option, ...]:
    chosen = sent.values.get(field.name, [])
    return tuple(Option(each.value, each.words, each.value in chosen, each.alone) for each in field.options or ())


def _held(field: Field, value: Any) -> dict[str, list[str]]:
    """The value as its inputs would send it."""
    if value in (None, (), False):
        return {}
    if field.kind is Kind.DAY:
        if value == UNKNOWN:
            return {f"{field.name}-unknown": ["yes"]}
        assert isinstance(value, date)
        parts = {"day": value.day, "month": value.month, "year": value.year}
        return {f"{field.name}-{part}": [str(number)] for part, number in parts.items()}
    if field.kind is Kind.CHOICES:
        return {field.name: [each.value for each in value]}
    return {field.name: ["yes" if value is True else str(value)]}
