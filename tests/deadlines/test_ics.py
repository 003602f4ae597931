from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from icalendar import Calendar, Event

from bot.deadlines.compute import deadlines
from bot.deadlines.deadline import Deadline
from bot.deadlines.ics import calendar_file
from bot.deadlines.words import CONVENTION
from bot.guidance.model import DeadlineRule

STAMP = datetime(2026, 12, 31, 9, 30, tzinfo=UTC)
TODAY = date(2026, 12, 31)
TOKEN = "a-random-token"
MARKER = "Zebedee"


@pytest.fixture
def found(rules: Sequence[DeadlineRule]) -> list[Deadline]:
    dates = {
        "la_aware_on": date(2026, 12, 22),
        "publish_on": date(2027, 1, 6),
        "published_on": date(2026, 12, 31),
    }
    return deadlines(rules, dates, TODAY)


def events(made: bytes) -> list[Event]:
    return list(Calendar.from_ical(made).walk("VEVENT"))  # type: ignore[arg-type]  # events are components


def one_event(deadline: Deadline) -> Event:
    (event,) = events(calendar_file([deadline], TOKEN, STAMP))
    return event


def unfolded(made: bytes) -> str:
    return made.decode().replace("\r\n ", "")


def test_each_deadline_with_a_day_is_one_all_day_event(found: list[Deadline]) -> None:
    made = events(calendar_file(found, TOKEN, STAMP))
    dated = [deadline for deadline in found if deadline.due is not None]
    assert len(dated) == len(found) - 1
    for event, deadline in zip(made, dated, strict=True):
        assert deadline.due is not None
        assert type(event.decoded("dtstart")) is date
        assert event.decoded("dtstart") == deadline.due
        assert event.decoded("dtend") == deadline.due + timedelta(days=1)


def test_the_file_is_a_calendar_of_the_standards_version(found: list[Deadline]) -> None:
    calendar = Calendar.from_ical(calendar_file(found, TOKEN, STAMP))
    assert calendar["version"] == "2.0"
    assert str(calendar["prodid"]) == "-//Practice review guide//Deadlines//EN"


def test_an_event_says_what_who_and_how_it_was_counted(found: list[Deadline]) -> None:
    event = one_event(found[0])
    assert event["summary"] == f"Deadline: {found[0].title}"
    near = "On Thursday 31 December 2026: Today."
    assert event["description"] == f"{near}\nWho must do this: local authority.\n{CONVENTION}"
    assert event["class"] == "PRIVATE"
    assert event["transp"] == "TRANSPARENT"


def test_an_estimate_is_labelled_in_the_calendar(found: list[Deadline]) -> None:
    (rapid,) = [deadline for deadline in found if deadline.id == "rapid_review"]
    event = one_event(rapid)
    assert event["summary"] == f"Deadline (estimate): {rapid.title}"
    assert "This is an estimate" in str(event["description"])
    assert "This is an estimate" not in str(one_event(found[0])["description"])


def test_the_same_token_gives_the_same_event_and_another_token_another(found: list[Deadline]) -> None:
    later = STAMP + timedelta(days=1)
    first, again = calendar_file(found, TOKEN, STAMP), calendar_file(found, TOKEN, later)
    other = calendar_file(found, "another", STAMP)
    names = [{str(event["uid"]) for event in events(made)} for made in (first, again, other)]
    assert names[0] == names[1]
    assert not names[0] & names[2]
    assert len(names[0]) == len(events(first))


def test_the_events_of_two_cases_are_told_apart_by_their_references(found: list[Deadline]) -> None:
    (event,) = events(calendar_file(found[:1], TOKEN, STAMP, reference="ABCD-1234"))
    assert event["summary"] == f"Deadline: {found[0].title} (ABCD-1234)"


@pytest.mark.parametrize(
    ("due", "reminded"),
    [
        ("2026-12-31", "2026-12-30"),
        ("2026-11-23", "2026-11-20"),
        ("2026-12-29", "2026-12-24"),
        ("2026-04-07", "2026-04-02"),
        ("2099-01-05", "2099-01-02"),
        ("2099-01-04", "2099-01-02"),
        ("2099-01-06", "2099-01-05"),
    ],
)
def test_the_reminder_comes_at_nine_on_the_working_day_before(found: list[Deadline], due: str, reminded: str) -> None:
    """Past the list of bank holidays, on the weekday before."""
    event = one_event(replace(found[0], due=date.fromisoformat(due)))
    (alarm,) = event.walk("VALARM")
    start = datetime.combine(event.decoded("dtstart"), datetime.min.time())
    assert start + alarm.decoded("trigger") == datetime.fromisoformat(f"{reminded}T09:00")
    assert alarm["action"] == "DISPLAY"
    assert alarm["description"] == event["summary"]


def test_the_stamp_is_written_in_universal_time(found: list[Deadline]) -> None:
    summer = datetime(2026, 6, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    assert b"DTSTAMP:20260531T233000Z" in calendar_file(found, TOKEN, summer)


def test_no_case_detail_is_in_the_file(found: list[Deadline]) -> None:
    marked = [
        replace(
            deadline,
            id=f"{deadline.id}_{MARKER}",
            text=MARKER,
            strength_note=MARKER,
            clock=MARKER,
            skipped=((date(2019, 7, 1), MARKER),),
            day_zero=date(2019, 7, 1),
            cite=(MARKER,),
        )
        for deadline in found
    ]
    made = unfolded(calendar_file(marked, TOKEN, STAMP))
    assert MARKER not in made
    assert "2019" not in made
    assert TOKEN not in made


@pytest.mark.parametrize("word", ["looked", "care", "leaver", "death", "died", "abuse", "neglect", "child"])
def test_nothing_in_the_file_tells_what_happened_to_a_child(found: list[Deadline], word: str) -> None:
    assert word not in unfolded(calendar_file(found, TOKEN, STAMP)).lower()


def test_nothing_to_put_in_the_file_is_refused(found: list[Deadline]) -> None:
    refer = [deadline for deadline in found if deadline.due is None]
    assert refer
    with pytest.raises(ValueError, match=r"^No deadline has a day yet"):
        calendar_file(refer, TOKEN, STAMP)


def test_a_stamp_without_a_time_zone_is_refused(found: list[Deadline]) -> None:
    with pytest.raises(ValueError, match=r"^The stamp 2026-12-31T09:30:00 has no time zone"):
        calendar_file(found, TOKEN, STAMP.replace(tzinfo=None))


def test_the_stamp_is_in_universal_time_wherever_the_machine_stands(
    found: list[Deadline], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        made = unfolded(calendar_file(found, TOKEN, STAMP))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert "DTSTAMP:20261231T093000Z" in made
