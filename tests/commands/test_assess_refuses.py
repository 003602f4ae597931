"""`cspr assess` on bad input: one line with the field, what was found and what was expected; nothing on stdout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.conftest import Cspr, assert_refused

AREAS = "walsall, wolverhampton, birmingham, darlington, england_other, not_england"
READ = yaml.safe_load((Path(__file__).parent / "refusals.yaml").read_text(encoding="utf-8"))

OBJECT = "expected a JSON object of facts"
UNREADABLE: list[tuple[str, str | bytes, str]] = [
    ("not an object", "[1, 2]", f"(input): found a list, {OBJECT}"),
    ("text", '"died"', f"(input): found text, {OBJECT}"),
    ("nothing", "null", f"(input): found nothing, {OBJECT}"),
    ("a number", "17", f"(input): found a number, {OBJECT}"),
    ("true", "true", f"(input): found yes or no, {OBJECT}"),
    ("half", '{"a":', f"(input): found a mistake at line 1, column 6 (Expecting value), {OBJECT}"),
    ("empty", "", f"(input): found a mistake at line 1, column 1 (Expecting value), {OBJECT}"),
    ("a name twice", '{"outcome": "died", "outcome": "near_miss"}', "outcome: found twice, expected once"),
    ("not UTF-8", b'{"outcome": "\xe9"}', f"(input): found text that is not UTF-8 at byte 14, {OBJECT}"),
    ("too deep", "[" * 100_000, f"(input): found lists or objects nested too deep, {OBJECT}"),
]

MISTAKES: list[tuple[str, Any, str]] = [
    *((name, mistake["given"], mistake["sentence"]) for name, mistake in READ.items()),
    *UNREADABLE,
]
each_mistake = pytest.mark.parametrize(("given", "sentence"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])


@each_mistake
def test_a_mistake_is_named(cspr: Cspr, given: Any, sentence: str) -> None:
    assert_refused(cspr("assess", "--json", given=given), sentence)


@each_mistake
def test_a_bad_line_gets_the_same_sentence_and_does_not_stop_the_next(cspr: Cspr, given: Any, sentence: str) -> None:
    first = given if isinstance(given, bytes) else (given if isinstance(given, str) else json.dumps(given)).encode()
    ran = cspr("assess", "--stdin-lines", given=first + b"\n{}\n")
    bad, good = ran.lines
    assert bad == {"error": sentence}
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


def test_a_mistake_further_down_is_found_by_line_and_column(cspr: Cspr) -> None:
    ran = cspr("assess", "--json", given='{"outcome":\n "died"')
    assert_refused(ran, f"(input): found a mistake at line 2, column 8 (Expecting ',' delimiter), {OBJECT}")
