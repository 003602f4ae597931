"""A record with an answer in every field, made from the model itself, so that a new field is in it at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Field, Kind, fields_of
from bot.referrals.record.record import Record

DAY = "2026-11-16"
TEXTS = {"code": "AB", "contact": "school@example.org"}
CASES: list[dict[str, dict[str, Any]]] = [
    {},
    {"harm": {"what": "seriously_harmed"}},
    {"incident": {"known": "range"}},
    {"incident": {"known": "exact", "on": "2024-01-01"}},
    {"sharing": {"family_told": "no"}},
]
"""What differs from the filled record: between these cases every field is asked."""


def answer(field: Field) -> Any:
    """An answer as JSON holds it: the first option, a day, two entries."""
    match field.kind:
        case Kind.TEXT:
            return TEXTS.get(field.name, f"Words about {field.name}")
        case Kind.CHOICE:
            assert field.options is not None
            return next(iter(field.options)).value
        case Kind.CHOICES:
            assert field.options is not None
            return [each.value for each in field.options if not each.alone][:2]
        case Kind.DAY:
            return DAY
        case Kind.TICK:
            return False
        case Kind.ROWS:
            assert field.rows is not None
            return [filled_part(field.rows) for _ in range(2)]


def filled_part(part: type[Part]) -> dict[str, Any]:
    return {name: answer(field) for name, field in fields_of(part).items()}


def filled_record() -> Record:
    """Complete in every situation."""
    return Record.model_validate({name: filled_part(type(Record().section(name))) for name in Record.model_fields})


def filled_around(check: Record) -> Record:
    """Complete too; of what the check was told it says the same, and nothing that would meet or start a date."""
    whole = filled_record().model_dump(mode="json")
    whole["notified"]["panel"], whole["incident"]["authority_aware_on"] = "no", "unknown"
    for child in whole["children"]["children"]:
        child |= {"age": "unknown", "legal": ["none"]}
    return Record.model_validate(_over(whole, check.stored()))


def _over(whole: Any, told: Any) -> Any:
    if isinstance(told, dict):
        return whole | {name: _over(whole.get(name), value) for name, value in told.items()}
    if isinstance(told, list) and told and isinstance(told[0], dict):
        return [_over(whole[0], told[0]), *whole[1:]]
    return told


def filled_records() -> Iterator[Record]:
    """The filled record in each of the cases."""
    whole = filled_record().model_dump(mode="json")
    for case in CASES:
        yield Record.model_validate({name: {**whole[name], **case.get(name, {})} for name in whole})
