"""The fields of a part of the record, as its model declares them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.day import day_words
from bot.referrals.record.options import Options
from bot.referrals.record.situation import Situation
from bot.referrals.record.text import TextBox


class Kind(StrEnum):
    """How a field is answered."""

    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    DAY = "day"
    TICK = "tick"
    ROWS = "rows"


@dataclass(frozen=True)
class Field:
    """A field. `typed` belongs to text, `options` to choices, `rows` (the model of an entry) to lists."""

    name: str
    ask: Ask
    kind: Kind
    annotation: Any
    typed: TextBox | None = None
    options: type[Options] | None = None
    rows: type[Part] | None = None

    @property
    def begins(self) -> str:
        """How its error messages begin."""
        return self.ask.name or self.ask.label


@lru_cache
def fields_of(part: type[Part]) -> dict[str, Field]:
    """The fields of this part by name, in their order."""
    found = {}
    for name, info in part.model_fields.items():
        ask = next(each for each in info.metadata if isinstance(each, Ask))
        found[name] = _field(name, ask, info.annotation)
    return found


def is_asked(part: Part, field: Field, situation: Situation) -> bool:
    """Whether the field is shown."""
    return field.ask.when(part, situation) is not False


def is_needed(part: Part, field: Field, situation: Situation) -> bool:
    """Whether the record is incomplete without it."""
    if field.ask.need is not Need.REQUIRED or field.ask.when(part, situation) is not True:
        return False
    return not (field.ask.none and getattr(part, field.ask.none))


def is_empty(part: Part, field: Field) -> bool:
    """Whether it has no answer. An unknown is an answer."""
    return getattr(part, field.name) in (None, (), False)


def page_of(part: type[Part], name: str) -> Page:
    """The page that asks this field; the first one for a field that none asks."""
    return next((page for page in part.PAGES if name in page.fields), part.PAGES[0])


def value_in_words(field: Field, value: Any) -> str:
    """A value as a reader sees it; empty for none."""
    if field.kind is Kind.TICK:
        return "Yes" if value else ""
    if value in (None, ()):
        return ""
    if field.kind is Kind.DAY:
        return day_words(value)
    if field.kind is Kind.CHOICES:
        return "; ".join(each.words for each in value)
    return value.words if isinstance(value, Options) else str(value)


def _field(name: str, ask: Ask, annotation: Any) -> Field:
    inner = next((each for each in get_args(annotation) if each is not type(None)), annotation)
    if get_origin(annotation) is tuple:
        inner = get_args(annotation)[0]
        if issubclass(inner, Part):
            return Field(name, ask, Kind.ROWS, annotation, rows=inner)
        return Field(name, ask, Kind.CHOICES, annotation, options=inner)
    if annotation is bool:
        return Field(name, ask, Kind.TICK, annotation)
    if get_origin(inner) is Annotated:
        marks = [each for each in get_args(inner) if isinstance(each, TextBox)]
        if marks:
            return Field(name, ask, Kind.TEXT, annotation, typed=marks[0])
        return Field(name, ask, Kind.DAY, annotation)
    if inner is date:
        return Field(name, ask, Kind.DAY, annotation)
    return Field(name, ask, Kind.CHOICE, annotation, options=inner)
