"""The whole referral in words: nothing that was told is left out, nothing that is needed is silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bot.referrals.decisions import decide
from bot.referrals.lead import Lead
from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Field, Kind, fields_of, value_in_words
from bot.referrals.record.in_words import RowStanding, flat, groups_in_words
from bot.referrals.record.reading import read_whole
from bot.referrals.record.record import Record
from bot.referrals.record.situation import Situation
from bot.referrals.record.store import current_record, save_record
from tests.filled_record import filled_around, filled_record, filled_records

TODAY = date(2026, 11, 23)


class Words:
    def fact_words(self, name: str) -> str:
        return name

    def value_words(self, fact: str, value: str) -> str:
        return value


def filled_fields(record: Record) -> Iterator[tuple[str, Field, Any]]:
    """Each field of the record but its lists, those of their entries among them: path, field, value."""
    for section in Record.model_fields:
        part = record.section(section)
        for name, field in fields_of(type(part)).items():
            if field.kind is not Kind.ROWS:
                yield f"{section}/{name}", field, getattr(part, name)
            entries: tuple[Part, ...] = getattr(part, name) if field.kind is Kind.ROWS else ()
            for number, entry in enumerate(entries, start=1):
                for each in fields_of(type(entry)).values():
                    yield f"{section}/{name}/{number}/{each.name}", each, getattr(entry, each.name)


def with_ticks(record: Record) -> Record:
    """Every "there are none" ticked, with nothing in the list beside it."""
    parts = record.model_dump(mode="json")
    for section in Record.model_fields:
        for field in fields_of(type(record.section(section))).values():
            if field.kind is Kind.TICK:
                parts[section][field.name] = True
            elif field.kind is Kind.ROWS and field.ask.none:
                parts[section][field.name] = []
    return Record.model_validate(parts)


def test_every_filled_field_is_in_the_words() -> None:
    silent = {path for path, _, _ in filled_fields(filled_record())}
    assert len(silent) > 100
    for record in [*filled_records(), with_ticks(filled_record())]:
        shown = flat(groups_in_words(record, Situation(darlington=True)))
        for path, field, value in filled_fields(record):
            words = value_in_words(field, value)
            if words and path in shown:
                assert (shown[path].value, shown[path].standing) == (words, RowStanding.TOLD), path
                silent.discard(path)
    assert silent == set()


def test_needed_not_given_and_unknown_are_told_apart() -> None:
    record = Record.model_validate({"abuse": {"known": "unknown"}, "harm": {"what": "died"}})
    rows = flat(groups_in_words(record, Situation(died=True)))
    assert rows["abuse/known"].standing is RowStanding.UNKNOWN
    assert (rows["abuse/suicide"].standing, rows["abuse/suicide"].value) == (RowStanding.NEEDED, "Still needed")
    assert (rows["referrer/name"].standing, rows["referrer/name"].value) == (RowStanding.NOT_GIVEN, "Not given")
    assert "harm/recovered" not in rows
    assert "abuse/types" not in rows


def test_the_whole_says_what_it_is_what_fired_and_what_was_decided(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    save_record(session, referral, filled_around(current_record(session, referral).record), "practitioner")
    before = {group.id: group for group in read_whole(session, referral, Words(), TODAY)}
    assert before["record"].rows[1].value == "Draft, with the safeguarding lead: not a referral until a lead sends it"
    assert before["decision"].rows[0].standing is RowStanding.NOT_GIVEN
    assert before["criteria"].rows[0].value == "Met (rule R20)"
    decide(session, referral, lead, "refer", "The test is met.")
    groups = read_whole(session, referral, Words(), TODAY)
    assert [groups[0].id, groups[-2].id, groups[-1].id] == ["record", "decision", "sending"]
    assert [row.value for row in groups[-2].rows[:2]] == ["Refer to the safeguarding partners", "The test is met."]
    told = next(row for row in groups[0].rows if row.label == "Told in the check")
    assert "age_group: under_18" in told.value


def test_entries_are_numbered_under_their_group() -> None:
    group = next(g for g in groups_in_words(filled_record(), Situation()) if g.id == "agencies")
    assert [entry.title for entry in group.entries] == ["Organisation 1", "Organisation 2"]
    assert group.rows == ()
