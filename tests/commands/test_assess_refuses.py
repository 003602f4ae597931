"""`cspr assess` on bad input: one line that names the field, what was found and what was expected; nothing on stdout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Cspr, assert_refused

AREAS = "walsall, wolverhampton, birmingham, darlington, england_other, not_england"
FACTS = (
    "immediate_danger, area, age_group, outcome, harm_kinds, abuse_neglect, suspected_suicide, place, normally_resident, "
    "looked_after, care_leaver, setting, agencies_together, features, other_routes, told_social_care, told_lead, "
    "works_for_la, incident_on, practitioner_aware_on, la_aware_on, notified_on, decided_on, publish_on, published_on"
)
HARMS = "life_threatening, lasting_physical, mental_health, development, other_serious"
DAY = "a date written like 2026-11-20, or unknown"

MISTAKES: list[tuple[str, Any, str]] = [
    ("unknown fact", {"colour": "red"}, f"colour: found 'red', expected a fact of the decision table: {FACTS}"),
    ("unknown value", {"outcome": "dead"},
     "outcome: found 'dead', expected one of less_serious, near_miss, seriously_harmed, died, or unknown"),
    ("value of another kind", {"immediate_danger": True}, "immediate_danger: found True, expected one of no, yes, or unknown"),
    ("list for a choice", {"outcome": ["died"]},
     "outcome: found ['died'], expected one of less_serious, near_miss, seriously_harmed, died, or unknown"),
    ("object for a choice", {"place": {}},
     "place: found {}, expected one of this_area, other_area_england, elsewhere_uk, abroad, or unknown"),
    ("choice for a list", {"harm_kinds": "development"},
     f"harm_kinds: found 'development', expected a list (it may be empty) of {HARMS}"),
    ("unknown value in a list", {"harm_kinds": ["development", "bruises"]},
     f"harm_kinds: found ['development', 'bruises'], expected a list (it may be empty) of {HARMS}"),
    ("list in a list", {"harm_kinds": [["development"]]},
     f"harm_kinds: found [['development']], expected a list (it may be empty) of {HARMS}"),
    ("no such day", {"incident_on": "2026-02-30"}, f"incident_on: found '2026-02-30', expected {DAY}"),
    ("British date", {"incident_on": "20/11/2026"}, f"incident_on: found '20/11/2026', expected {DAY}"),
    ("date without dashes", {"incident_on": "20261120"}, f"incident_on: found '20261120', expected {DAY}"),
    ("week date", {"incident_on": "2026-W47-5"}, f"incident_on: found '2026-W47-5', expected {DAY}"),
    ("date and time", {"incident_on": "2026-11-20T10:00"}, f"incident_on: found '2026-11-20T10:00', expected {DAY}"),
    ("number for a date", {"incident_on": 20261120}, f"incident_on: found 20261120, expected {DAY}"),
    ("year out of reach", {"incident_on": "0026-11-20"},
     "incident_on: found '0026-11-20', expected a date from 1900 to 2199"),
    ("today of another kind", {"today": 5}, "today: found 5, expected a date written like 2026-11-20"),
    ("today unknown", {"today": "unknown"}, "today: found 'unknown', expected a date written like 2026-11-20"),
    ("today out of reach", {"today": "9999-12-31"}, "today: found '9999-12-31', expected a date from 1900 to 2199"),
    ("before the guidance", {"today": "2020-01-01"},
     "date of the guidance: found 2020-01-01, expected 2023-12-15 or later: no edition of this guidance was in force before"),
    ("unknown area", {"area": "dudley"}, f"area: found 'dudley', expected one of {AREAS}"),
    ("list for an area", {"area": ["walsall"]}, "area: found ['walsall'], expected the name of an area"),
    ("incident in the future", {"incident_on": "2026-11-24"},
     "incident_on: The day it happened cannot be Tuesday 24 November 2026: "
     "it must not be after today, Monday 23 November 2026."),
    ("notified before aware", {"la_aware_on": "2026-11-20", "notified_on": "2026-11-19"},
     "notified_on: The day the notification was sent to the Panel cannot be Thursday 19 November 2026: "
     "it must not be before the day the local authority became aware, Friday 20 November 2026."),
    ("aware before it happened", {"incident_on": "2026-11-20", "la_aware_on": "2026-11-19"},
     "la_aware_on: The day the local authority became aware cannot be Thursday 19 November 2026: "
     "it must not be before the day it happened, Friday 20 November 2026."),
    ("beyond the calendar",
     {"today": "2028-12-30", "la_aware_on": "2028-12-28", "age_group": "under_18", "outcome": "died", "abuse_neglect": "known"},
     "Working days cannot be counted on Monday 1 January 2029: bank holidays are only listed from "
     "Sunday 1 January 2012 to Sunday 31 December 2028."),
    ("not an object", "[1, 2]", "(input): found a list, expected a JSON object of facts"),
    ("text", '"died"', "(input): found text, expected a JSON object of facts"),
    ("nothing", "null", "(input): found nothing, expected a JSON object of facts"),
    ("a number", "17", "(input): found a number, expected a JSON object of facts"),
    ("true", "true", "(input): found yes or no, expected a JSON object of facts"),
    ("half an object", '{"outcome":\n "died"',
     "(input): found a mistake at line 2, column 8 (Expecting ',' delimiter), expected a JSON object of facts"),
    ("empty", "", "(input): found a mistake at line 1, column 1 (Expecting value), expected a JSON object of facts"),
    ("a name twice", '{"outcome": "died", "outcome": "near_miss"}', "outcome: found twice, expected once"),
    ("not UTF-8", b'{"outcome": "\xe9"}',
     "(input): found text that is not UTF-8 at byte 14, expected a JSON object of facts"),
    ("too deep", "[" * 100_000, "(input): found lists or objects nested too deep, expected a JSON object of facts"),
]  # fmt: skip

each_mistake = pytest.mark.parametrize(("given", "sentence"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])


@each_mistake
def test_a_mistake_is_named(cspr: Cspr, given: Any, sentence: str) -> None:
    assert_refused(cspr("assess", "--json", given=given), sentence)


@each_mistake
def test_a_bad_line_gets_the_same_sentence_and_does_not_stop_the_next(cspr: Cspr, given: Any, sentence: str) -> None:
    if isinstance(given, dict):
        lines: Any = [given, {}]
    else:
        text = given if isinstance(given, bytes) else given.replace("\n", "").encode()
        lines = text + b"\n{}\n"
    ran = cspr("assess", "--stdin-lines", given=lines)
    bad, good = ran.lines
    assert bad == {"error": sentence.replace("line 2, column 8", "line 1, column 19")}
    assert good["next_question"] == "immediate_danger"
    assert (ran.exit_code, ran.err) == (0, "")


def test_an_area_that_differs_from_the_option_is_refused(cspr: Cspr) -> None:
    ran = cspr("assess", "--json", "--area", "walsall", given={"area": "darlington"})
    assert_refused(ran, "area: found 'darlington', expected walsall, as --area says")


@pytest.mark.parametrize("form", ["--json", "--stdin-lines"])
def test_an_unknown_area_option_is_refused_before_anything_is_read(cspr: Cspr, form: str) -> None:
    assert_refused(cspr("assess", form, "--area", "dudley", given=""), f"area: found 'dudley', expected one of {AREAS}")


def test_a_file_that_cannot_be_read_is_named(cspr: Cspr, tmp_path: Path) -> None:
    missing = tmp_path / "none.json"
    sentence = f"(file): found 'No such file or directory' for {missing}, expected a readable file"
    assert_refused(cspr("assess", "--json", str(missing)), sentence)
    folder = f"(file): found 'Is a directory' for {tmp_path}, expected a readable file"
    assert_refused(cspr("assess", "--json", str(tmp_path)), folder)


@pytest.mark.parametrize("day", ["2026-13-01", "soon"])
def test_a_bad_day_of_the_guidance_is_named(cspr: Cspr, day: str) -> None:
    ran = cspr("assess", "--json", "--as-of", day, given={})
    assert_refused(ran, f"as_of: found '{day}', expected a date written like 2026-11-20")
