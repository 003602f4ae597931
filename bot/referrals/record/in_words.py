"""The record as groups of labelled rows in words, for pages, documents and comparison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Kind, fields_of, is_asked, is_needed, page_of, value_in_words
from bot.referrals.record.record import Record
from bot.referrals.record.situation import Situation

NOT_GIVEN = "Not given"
NEEDED = "Still needed"


class RowStanding(StrEnum):
    """Whether a row has an answer. `unknown`: somebody said that it is not known."""

    TOLD = "told"
    UNKNOWN = "unknown"
    NOT_GIVEN = "not_given"
    NEEDED = "needed"


@dataclass(frozen=True)
class Row:
    """One label with its value in words; `page` is where the form asks it, `path` names the field."""

    label: str
    value: str
    standing: RowStanding = RowStanding.TOLD
    path: str = ""
    page: str = ""


@dataclass(frozen=True)
class Entry:
    """One of several: a child, a person, an organisation."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Group:
    """A group of the record: its own rows, then its entries."""

    id: str
    title: str
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...] = ()


def groups_in_words(record: Record, situation: Situation) -> tuple[Group, ...]:
    """Every group that is asked in this case, in the order of the form."""
    found = (_group(name, record.section(name), situation) for name in Record.model_fields)
    return tuple(group for group in found if group.rows or group.entries)


def flat(groups: tuple[Group, ...]) -> dict[str, Row]:
    """Every row by its path, labelled with where it stands."""
    found = {}
    for group in groups:
        for title, rows in [(group.title, group.rows), *((f"{group.title}, {e.title}", e.rows) for e in group.entries)]:
            for row in rows:
                found[row.path] = Row(f"{title}: {row.label}", row.value, row.standing, row.path, row.page)
    return found


def _group(name: str, part: Part, situation: Situation) -> Group:
    entries: list[Entry] = []
    for field in fields_of(type(part)).values():
        if field.kind is Kind.ROWS:
            for number, each in enumerate(getattr(part, field.name), start=1):
                path = f"{name}/{field.name}/{number}"
                entries.append(Entry(f"{type(each).TITLE} {number}", tuple(_rows(each, situation, path))))
    return Group(name, part.TITLE, tuple(_rows(part, situation, name)), tuple(entries))


def _rows(part: Part, situation: Situation, path: str) -> Iterator[Row]:
    for field in fields_of(type(part)).values():
        value = getattr(part, field.name)
        if not is_asked(part, field, situation) or (field.kind is Kind.TICK and not value):
            continue
        needed = is_needed(part, field, situation)
        if field.kind is Kind.ROWS and (value or not needed):
            continue
        words = value_in_words(field, value)
        standing = _standing(value, words, needed)
        shown = words or (NEEDED if needed else NOT_GIVEN)
        page = f"{path}/{page_of(type(part), field.name).slug}"
        yield Row(field.ask.label, shown, standing, f"{path}/{field.name}", page)


def _standing(value: Any, words: str, needed: bool) -> RowStanding:
    if words:
        unknown = value == "unknown" or value == ("unknown",)
        return RowStanding.UNKNOWN if unknown else RowStanding.TOLD
    return RowStanding.NEEDED if needed else RowStanding.NOT_GIVEN
