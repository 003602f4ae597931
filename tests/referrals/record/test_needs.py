"""What the record needs follows record.md: always, when the child died, in Darlington, in Darlington after a year."""

from __future__ import annotations

from datetime import date

import pytest

from bot.referrals.record.asking import Need, Part
from bot.referrals.record.fields import Kind, fields_of
from bot.referrals.record.needs import missing, situation_of
from bot.referrals.record.record import Record
from bot.referrals.record.situation import Situation
from tests.filled_record import filled_record

TODAY = date(2026, 11, 23)
ANY = {"died": True, "darlington": True, "old": True}


def needed(record: Record, **case: bool | None) -> set[str]:
    return {f"{each.section}.{each.field}" for each in missing(record, Situation(**case))}


def test_an_empty_record_needs_every_group_but_those_that_are_optional() -> None:
    sections = {each.section for each in missing(Record(), Situation(**ANY))}
    assert sections == set(Record.model_fields) - {"answers", "sending"}


def test_a_filled_record_needs_nothing_in_any_case() -> None:
    for died in (True, False, None):
        for darlington in (True, False, None):
            for old in (True, False, None):
                assert missing(filled_record(), Situation(died, darlington, old)) == []


@pytest.mark.parametrize(
    ("field", "case"),
    [
        ("abuse.suicide", {"died": True}),
        ("notified.coroner", {"died": True}),
        ("notified.child_death", {"died": True}),
        ("advice.manager", {"darlington": True}),
        ("late.why", {"darlington": True, "old": True}),
    ],
)
def test_a_conditional_field_is_needed_in_its_case_alone(field: str, case: dict[str, bool]) -> None:
    assert field in needed(Record(), **case)
    for name in case:
        for other in (False, None):
            assert field not in needed(Record(), **(case | {name: other}))


def test_an_unknown_is_an_answer_and_none_known_too() -> None:
    record = Record.model_validate(
        {
            "family": {"none_known": True, "at_risk": "unknown", "done": "Asked the hub today"},
            "parallel": {"processes": ["unknown"]},
            "incident": {"known": "unknown", "referrer_aware_on": "unknown", "authority_aware_on": "unknown"},
        }
    )
    found = needed(record, died=True)
    assert not {each for each in found if each.startswith(("family", "parallel"))}
    assert {each for each in found if each.startswith("incident")} == {"incident.summary"}


def test_a_risk_that_nobody_ruled_out_asks_what_was_done() -> None:
    for at_risk, asked in (("yes", True), ("unknown", True), ("no", False)):
        record = Record.model_validate({"family": {"at_risk": at_risk}})
        assert ("family.done" in needed(record)) is asked


def test_each_entry_of_a_list_is_looked_into_and_named() -> None:
    record = Record.model_validate({"agencies": {"agencies": [{"organisation": "School"}, {"role": "GP"}]}})
    found = [each for each in missing(record, Situation()) if each.section == "agencies"]
    assert [(each.entry, each.field, each.path) for each in found] == [
        (1, "role", "agencies/agencies/1/organisation"),
        (1, "involved", "agencies/agencies/1/organisation"),
        (2, "organisation", "agencies/agencies/2/organisation"),
        (2, "involved", "agencies/agencies/2/organisation"),
    ]
    assert found[0].label == "Organisation 1: What it did for the child or family"


@pytest.mark.parametrize(
    ("day", "old"), [("2025-11-22", True), ("2025-11-23", False), ("2026-11-01", False), ("unknown", None)]
)
def test_a_case_is_old_when_more_than_twelve_months_have_passed(day: str, old: bool | None) -> None:
    record = Record.model_validate({"incident": {"known": "exact", "on": day}})
    assert situation_of(record, "darlington", TODAY).old is old


def test_what_the_record_says_decides_the_situation() -> None:
    said = {what: situation_of(Record.model_validate({"harm": {"what": what}}), None, TODAY) for what in
            ("died", "near_miss", "unknown")}  # fmt: skip
    assert [said[what].died for what in said] == [True, False, None]
    assert said["died"].darlington is None
    assert situation_of(Record(), "walsall", TODAY).darlington is False


def test_every_field_is_on_one_page_and_every_page_has_a_heading() -> None:
    parts: list[type[Part]] = [type(Record().section(name)) for name in Record.model_fields]
    parts += [each.rows for part in parts for each in fields_of(part).values() if each.rows]
    for part in parts:
        on_pages = [name for page in part.PAGES for name in page.fields]
        if part.__name__ != "Answer":
            assert sorted(on_pages) == sorted(fields_of(part))
        assert len({page.slug for page in part.PAGES}) == len(part.PAGES)
        assert all(page.title for page in part.PAGES if len(page.fields) > 1)
        for field in fields_of(part).values():
            assert field.ask.label
            if field.kind is Kind.TICK:
                assert field.ask.need is Need.OPTIONAL
