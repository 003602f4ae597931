"""`cspr deadlines`: dates in, dates out, and a calendar file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from icalendar import Calendar

from tests.commands.conftest import Cspr, assert_refused


def test_a_deadline_has_the_shape_of_the_contract(cspr: Cspr) -> None:
    ran = cspr("deadlines", "--area", "walsall", "--la-aware-on", "2026-12-22", "--today", "2026-12-23", "--json")
    assert (ran.exit_code, ran.err) == (0, "")
    panel, partners, rapid = ran.json
    keys = "id due state days_left how_near day_zero clock who strength skipped if_first_day_counts estimate".split()
    assert [set(found) for found in ran.json] == [{*keys, "citation"}] * 3
    assert [found["id"] for found in ran.json] == ["notify_panel", "tell_partners", "rapid_review"]
    assert panel["due"] == partners["due"] == "2026-12-31"
    assert panel["day_zero"] == "2026-12-22"
    assert panel["if_first_day_counts"] == "2026-12-30"
    assert [day["date"] for day in panel["skipped"]] == ["2026-12-25", "2026-12-28"]
    assert all(set(day) == {"date", "name"} for day in panel["skipped"])
    assert (panel["who"], panel["strength"], panel["estimate"]) == ("local authority", "must", False)
    assert set(panel["citation"]) == {"source", "section", "to_be_checked"}
    assert rapid["estimate"] is True


def test_the_notification_makes_the_rapid_review_certain(cspr: Cspr) -> None:
    ran = cspr("deadlines", "--notified-on", "2026-12-14", "--today", "2026-12-14", "--json")
    (rapid,) = ran.json
    assert (rapid["id"], rapid["due"], rapid["estimate"]) == ("rapid_review", "2027-01-07", False)


@pytest.mark.parametrize(
    ("option", "day", "expected"),
    [
        ("--decided-on", "2026-08-31", ("publish_review", "2027-02-28")),
        ("--publish-on", "2027-01-06", ("copy_before_publication", "2026-12-23")),
        ("--published-on", "2024-02-29", ("keep_published", "2025-02-28")),
    ],
)
def test_each_date_starts_its_own_deadline(cspr: Cspr, option: str, day: str, expected: tuple[str, str]) -> None:
    assert [(found["id"], found["due"]) for found in cspr("deadlines", option, day, "--json").json] == [expected]


@pytest.mark.parametrize(
    ("flag", "deadline"), [("--looked-after", "looked_after_death"), ("--care-leaver", "care_leaver_death")]
)
def test_duties_on_a_death_are_shown_on_request(cspr: Cspr, flag: str, deadline: str) -> None:
    plain = [found["id"] for found in cspr("deadlines", "--la-aware-on", "2026-11-16", "--json").json]
    asked = [found["id"] for found in cspr("deadlines", "--la-aware-on", "2026-11-16", flag, "--json").json]
    assert set(asked) - set(plain) == {deadline}


def test_no_dates_no_deadlines(cspr: Cspr) -> None:
    assert cspr("deadlines", "--json").json == []


def test_without_json_it_reads_as_text_with_the_convention(cspr: Cspr) -> None:
    ran = cspr("deadlines", "--la-aware-on", "2026-11-16")
    assert "Monday 23 November 2026" in ran.out
    assert "How we count" in ran.out


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        ("2026-11-20", "soon", 5),
        ("2026-11-26", "tomorrow", 1),
        ("2026-11-27", "today", 0),
        ("2026-11-28", "overdue", 0),
        ("2026-12-02", "overdue", -3),
    ],
)
def test_each_says_how_near_it_is(cspr: Cspr, today: str, state: str, left: int) -> None:
    panel, *_ = cspr("deadlines", "--la-aware-on", "2026-11-20", "--today", today, "--json").json
    assert (panel["state"], panel["days_left"]) == (state, left)


def test_a_notification_that_was_sent_is_met_or_was_late(cspr: Cspr) -> None:
    aware = ("deadlines", "--la-aware-on", "2026-11-20", "--today", "2026-12-07", "--json", "--notified-on")
    for day, state, left in (("2026-11-25", "met", 2), ("2026-12-01", "met_late", -2)):
        panel, partners, rapid = cspr(*aware, day).json
        assert (panel["state"], panel["days_left"]) == (partners["state"], partners["days_left"]) == (state, left)
        assert rapid["estimate"] is False


def test_while_the_notification_is_overdue_the_rapid_review_is_estimated_from_today(cspr: Cspr) -> None:
    arguments = ("deadlines", "--la-aware-on", "2026-11-09", "--today", "2026-11-18")
    rapid = cspr(*arguments, "--json").json[2]
    assert (rapid["day_zero"], rapid["due"], rapid["estimate"]) == ("2026-11-18", "2026-12-09", True)
    said = cspr(*arguments).out
    assert "Tell the national Panel (Overdue by 2 working days)." in said
    assert "so we counted from today" in said


def test_a_second_calendar_file_updates_the_events_of_the_first_and_of_no_other_case(
    cspr: Cspr, tmp_path: Path
) -> None:
    def uids(*arguments: str) -> list[str]:
        file = tmp_path / "deadlines.ics"
        cspr("deadlines", "--json", "--ics", str(file), *arguments)
        return [str(event["uid"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]

    first = uids("--la-aware-on", "2026-11-16")
    assert uids("--la-aware-on", "2026-11-16", "--notified-on", "2026-11-18") == first
    assert not set(uids("--la-aware-on", "2026-11-17")) & set(first)
    assert not set(uids("--la-aware-on", "2026-11-16", "--area", "darlington")) & set(first)


def test_a_calendar_file_is_written(cspr: Cspr, tmp_path: Path) -> None:
    file = tmp_path / "deadlines.ics"
    assert cspr("deadlines", "--la-aware-on", "2026-11-16", "--json", "--ics", str(file)).exit_code == 0
    events = list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))
    assert [event.decoded("dtstart").isoformat() for event in events][:2] == ["2026-11-23"] * 2


REFUSALS = yaml.safe_load((Path(__file__).parent / "refusals_of_deadlines.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("arguments", "sentence"), REFUSALS.items())
def test_bad_input_is_refused_in_one_line(cspr: Cspr, arguments: str, sentence: str) -> None:
    assert_refused(cspr("deadlines", "--json", *arguments.split()), sentence)
