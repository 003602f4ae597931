"""Every field of the record that a practitioner fills in, its page, and a case in which it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest

from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Field, fields_of, page_of
from bot.referrals.record.needs import situation_of
from bot.referrals.record.record import Record
from bot.web.form.place import find_place
from bot.web.form.tasks import SECTIONS
from tests.filled_record import filled_records

TODAY = date(2026, 11, 24)


class Spot(NamedTuple):
    """A field and the address of its page."""

    path: str
    field: Field


def spots() -> Iterator[Spot]:
    for section in SECTIONS:
        model = type(Record().section(section))
        for field in fields_of(model).values():
            if field.rows is None:
                yield Spot(f"{section}/{page_of(model, field.name).slug}", field)
            else:
                entry: type[Part] = field.rows
                for each in fields_of(entry).values():
                    yield Spot(f"{section}/{field.name}/1/{page_of(entry, each.name).slug}", each)


def _kind(spot: Spot) -> tuple[object, ...]:
    """What decides how a field is typed in, checked and shown."""
    field = spot.field
    rows = field.typed.rows > 1 if field.typed else None
    alone = any(each.alone for each in field.options or ())
    return field.kind, rows, alone, field.name in ("code", "contact"), spot.path.count("/") > 1


SPOTS = list(spots())
FIRST_OF_A_KIND = list({_kind(spot): spot for spot in reversed(SPOTS)}.values())[::-1]
EVERY_FIELD = [
    pytest.param(spot, id=f"{spot.path.replace('/', '.')}.{spot.field.name}",
                 marks=[] if spot in FIRST_OF_A_KIND else pytest.mark.whole)
    for spot in SPOTS
]  # fmt: skip
"""For a test of one field through its page; in `make test` of the first of each kind."""


def record_that_asks(spot: Spot, area: str) -> Record:
    """A record of this area with every field filled in, in a case in which this field is asked."""
    return next(record for record in filled_records() if _asks(record, spot, area))


def _asks(record: Record, spot: Spot, area: str) -> bool:
    place = find_place(record, spot.path, SECTIONS)
    return spot.field in place.fields(record, situation_of(record, area, TODAY))


def pages_by_record(area: str, *, whole: bool) -> list[tuple[Record, list[str]]]:
    """The pages of the record's form below its own address, under a record in which each asks something.

    `whole`: every page; else the first page of each kind of field, and one list.
    """
    spots = SPOTS if whole else FIRST_OF_A_KIND
    found: list[tuple[Record, list[str]]] = []
    seen: set[str] = set()
    for record in filled_records():
        here = [spot.path for spot in spots if spot.path not in seen and _asks(record, spot, area)]
        if here:
            found.append((record, list(dict.fromkeys(here))))
            seen.update(here)
    found[0][1].extend(list(_lists())[: None if whole else 2])
    return found


def _lists() -> Iterator[str]:
    """The pages that list entries, and those that ask whether an entry is to go."""
    for section in SECTIONS:
        model = type(Record().section(section))
        for field in fields_of(model).values():
            if field.rows is not None:
                yield f"{section}/{page_of(model, field.name).slug}"
                yield f"{section}/{field.name}/1/remove"
