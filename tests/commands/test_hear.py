"""`cspr hear --stdin-lines`: what was heard in each reply."""

from __future__ import annotations

from typing import Any

import pytest

from bot.guidance.load import Packs
from tests.commands.conftest import Cspr


def test_a_value_is_heard(cspr: Cspr) -> None:
    ran = cspr("hear", "--stdin-lines", given=[{"question": "outcome", "text": "They died"}])
    assert ran.lines == [{"value": "died", "sure": True}]


def test_several_values_come_as_a_list_and_dates_as_iso(cspr: Cspr) -> None:
    replies = [
        {"question": "harm_kinds", "text": "none of these"},
        {"question": "incident_on", "text": "16 November 2026"},
        {"question": "incident_on", "text": "yesterday", "today": "2026-03-01"},
    ]
    assert [line["value"] for line in cspr("hear", "--stdin-lines", given=replies).lines] == [
        [], "2026-11-16", "2026-02-28",
    ]  # fmt: skip


def test_nothing_heard_is_null_and_not_sure(cspr: Cspr) -> None:
    ran = cspr("hear", "--stdin-lines", given=[{"question": "outcome", "text": "what do you mean by that?"}])
    assert ran.lines == [{"value": None, "sure": False}]


def test_not_knowing_is_heard_for_every_question(cspr: Cspr, packs: Packs) -> None:
    questions = [question.fact for question in packs.for_area(None).questions]
    ran = cspr("hear", "--stdin-lines", given=[{"question": name, "text": "I don't know"} for name in questions])
    assert {line["value"] for line in ran.lines} == {"unknown"}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ([{"question": "colour", "text": "red"}], "question: found 'colour', expected one of immediate_danger"),
        ([{"question": "outcome"}], "line 1: expected an object with text under question and text"),
        ([{"question": "outcome", "text": 5}], "line 1: expected an object with text under question and text"),
        ([["outcome", "died"]], "line 1: expected an object with text under question and text"),
        ("{\n", "line 1: (input): found a mistake at line 1, column 2"),
        ([{"question": "outcome", "text": "died", "today": "soon"}], "today: found 'soon', expected a date written"),
        ([{"question": "outcome", "text": "died", "today": 5}], "today: found 5, expected a date written like"),
    ],
)  # fmt: skip
def test_a_bad_line_stops_with_one_sentence(cspr: Cspr, given: Any, sentence: str) -> None:
    ran = cspr("hear", "--stdin-lines", given=given)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err.startswith(sentence) and ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["hear", "understand"])
def test_lines_are_the_only_way_to_call_it(cspr: Cspr, command: str) -> None:
    ran = cspr(command)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err == "--stdin-lines: found nothing, expected this option (it is the only way to call this)\n"
