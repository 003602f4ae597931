"""Every field of the record: what is right is stored, what is wrong is refused beside the field and stays there."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Field, Kind, fields_of, page_of
from bot.referrals.record.needs import situation_of
from bot.referrals.record.record import Record
from bot.referrals.record.store import save_record
from bot.storage.database import Sessions
from bot.web.form.place import find_place
from bot.web.form.tasks import SECTIONS
from tests.filled_record import filled_record
from tests.web.form.driving import draft_in, hidden, post

TODAY = date(2026, 11, 24)
BIG = "x" * 10_000_000


class Spot(NamedTuple):
    """A field and the address of its page."""

    path: str
    field: Field

    @property
    def input(self) -> str:
        return f"{self.field.name}-day" if self.field.kind is Kind.DAY else self.field.name


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


ALL = list(spots())
NAMES = [spot.path.replace("/", ".") + "." + spot.field.name for spot in ALL]
every_field = pytest.mark.parametrize("spot", ALL, ids=NAMES)


def is_asked_in(record: Record, spot: Spot) -> bool:
    place = find_place(record, spot.path, SECTIONS)
    return spot.field in place.fields(record, situation_of(record, "darlington", TODAY))


def bad_values(field: Field) -> dict[str, Any]:
    """What may not be taken, by what it is."""
    control = {"NUL": "a\x00b"}
    if field.kind is Kind.TEXT:
        assert field.typed is not None
        found = {"too long": "x" * (field.typed.most + 1), **control}
        if field.typed.rows == 1:
            found |= {"script": "<script>alert(1)</script>", "two lines": "a\nb"}
        if field.name in ("code", "contact"):
            found |= {"SQL": "'; DROP TABLE referral;--"}
        return found
    if field.kind in (Kind.CHOICE, Kind.CHOICES):
        found = {"wrong": "nonsense", "script": "<script>", "SQL": "' OR 1=1", "long": "x" * 5000, "RTL": "\u202eyes"}
        alone = [each.value for each in field.options or () if each.alone]
        others = [each.value for each in field.options or () if not each.alone]
        if field.kind is Kind.CHOICES and alone:
            return {**found, **control, "both": [alone[0], others[0]]}
        return found | control
    return {}


DAYS = {
    "words": ("tomorrow", "", ""),
    "no month": ("1", "", "2026"),
    "31 February": ("31", "2", "2026"),
    "to come": ("1", "1", "2027"),
    "long past": ("1", "1", "1900"),
    "SQL": ("1;--", "1", "2026"),
    "script": ("<b>", "1", "2026"),
    "NUL": ("1\x00", "1", "2026"),
    "RTL": ("\u202e1", "1", "2026"),
    "long": ("1" * 5000, "1", "2026"),
}


CASES: list[dict[str, dict[str, Any]]] = [
    {},
    {"harm": {"what": "seriously_harmed"}},
    {"incident": {"known": "range"}},
    {"incident": {"known": "exact", "on": "2024-01-01"}},
    {"sharing": {"family_told": "no"}},
]
"""Cases between which every field is asked."""


@pytest.fixture
def whole(database: Sessions, reference: str, spot: Spot) -> Record:
    """The draft's record with every field filled in, in a case in which this field is asked."""
    found = (
        Record.model_validate({name: {**filled[name], **case.get(name, {})} for name in filled})
        for filled in [filled_record().model_dump(mode="json")]
        for case in CASES
    )
    record = next(each for each in found if is_asked_in(each, spot))
    with database.begin() as session:
        save_record(session, draft_in(session, reference), record, "practitioner")
    return record


def refused(answer: Any, spot: Spot, typed: str) -> None:
    """The page came back with a message in the summary, which links to the field, and beside it."""
    assert answer.status_code == 400
    assert "<title>Error: " in answer.text
    at = re.search(r'<a href="#([\w-]+)">', answer.text)
    assert at is not None
    assert at.group(1) == spot.field.name or at.group(1).startswith(f"{spot.field.name}-")
    assert f'id="{at.group(1)}"' in answer.text
    assert f'id="{spot.field.name}-error"' in answer.text
    assert typed in html.unescape(answer.text)


@every_field
def test_bad_input_is_refused_beside_the_field_and_nothing_is_stored(
    spot: Spot, client: TestClient, whole: Record, record: Callable[[], Record]
) -> None:
    page = client.get(f"/form/{spot.path}")
    assert page.status_code == 200
    for value in bad_values(spot.field).values():
        answer = client.post(f"/form/{spot.path}", data=hidden(page.text) | {spot.field.name: value})
        shown = value if spot.field.kind is Kind.TEXT and "\x00" not in value else ""
        refused(answer, spot, shown)
    if spot.field.kind is Kind.DAY:
        for parts in DAYS.values():
            typed = {f"{spot.field.name}-{p}": v for p, v in zip(("day", "month", "year"), parts, strict=True)}
            answer = client.post(f"/form/{spot.path}", data=hidden(page.text) | typed)
            refused(answer, spot, "")
            assert all(f'value="{html.escape(v)}"' in answer.text for v in parts if v and "\x00" not in v)
        both = {f"{spot.field.name}-day": "1", f"{spot.field.name}-unknown": "yes"}
        refused(client.post(f"/form/{spot.path}", data=hidden(page.text) | both), spot, "")
    assert record() == whole


@every_field
def test_what_is_right_is_stored_as_it_was_typed(
    spot: Spot, client: TestClient, whole: Record, record: Callable[[], Record]
) -> None:
    page = client.get(f"/form/{spot.path}").text
    for name in re.findall(r'name="([\w-]+)"', page):
        assert not name.startswith("_")
    typed: dict[str, Any]
    if spot.field.kind is Kind.TEXT:
        wanted = {"code": "\u200bÉ.B", "contact": "01922 650000"}.get(spot.field.name, "it's \u202ethe & مدرسة; DROP--")
        typed = {spot.field.name: wanted}
    elif spot.field.kind is Kind.DAY:
        typed = {f"{spot.field.name}-day": "1", f"{spot.field.name}-month": "March", f"{spot.field.name}-year": "2026"}
    elif spot.field.kind is Kind.TICK:
        typed = {spot.field.name: "yes"}
    else:
        assert spot.field.options is not None
        typed = {spot.field.name: list(spot.field.options)[-1].value}
    answer = post(client, spot.path, typed)
    assert answer.status_code == 303, re.findall(r'error-message">(.*?)</p>', answer.text, re.DOTALL)
    section, *rest = spot.path.split("/")
    stored: Any = record().section(section)
    if len(rest) == 3:
        stored = getattr(stored, rest[0])[0]
    value = getattr(stored, spot.field.name)
    if spot.field.kind is Kind.TEXT:
        assert value == typed[spot.field.name].replace("\u202e", "").replace("\u200b", "")
    elif spot.field.kind is Kind.DAY:
        assert value.isoformat() == "2026-03-01"
    elif spot.field.kind is Kind.TICK:
        assert value is True
    else:
        assert value == typed[spot.field.name] or value == (typed[spot.field.name],)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@every_field
def test_ten_megabytes_are_refused_beside_the_field(
    spot: Spot, client: TestClient, whole: Record, record: Callable[[], Record]
) -> None:
    page = client.get(f"/form/{spot.path}")
    body = urlencode(hidden(page.text) | {spot.input: ""}) + BIG
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post(f"/form/{spot.path}", content=body, headers=headers)
    assert answer.status_code == 400
    assert "<title>Error: " in answer.text
    assert "x" * 1000 in answer.text or spot.field.kind in (Kind.CHOICE, Kind.CHOICES, Kind.TICK)
    assert len(answer.content) < 2_000_000
    assert record() == whole
