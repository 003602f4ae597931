"""`cspr assess --stdin-lines`: one case a line in, one result a line out, as `cspr assess --json` gives it."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from bot.guidance.load import Packs
from bot.interview.assess import assess
from tests.commands.conftest import Cspr
from tests.criteria.oracle.values import AREAS, CHOICES, SETS, TODAY


def many_cases(count: int) -> list[dict[str, Any]]:
    """Cases that differ, from a fixed seed."""
    draw = Random(16)
    cases = []
    for _ in range(count):
        case: dict[str, Any] = {name: draw.choice(values) for name, values in CHOICES.items() if draw.random() < 0.6}
        for name, members in SETS.items():
            if draw.random() < 0.6:
                case[name] = sorted(member for member in members if draw.random() < 0.3)
        if draw.random() < 0.5:
            case["incident_on"] = (TODAY - timedelta(days=draw.randrange(30, 900))).isoformat()
        if draw.random() < 0.5:
            case["la_aware_on"] = (TODAY - timedelta(days=draw.randrange(20))).isoformat()
        if (area := draw.choice(AREAS)) is not None:
            case["area"] = area
        cases.append(case)
    return cases


@pytest.mark.parametrize("explain", [True, False], ids=["explained", "unexplained"])
def test_a_line_says_what_the_single_command_says(cspr: Cspr, packs: Packs, explain: bool) -> None:
    from bot.commands.case import read_case

    cases = many_cases(1200)
    ran = cspr("assess", "--stdin-lines", "--explain" if explain else "--no-explain", given=cases)
    assert (ran.exit_code, ran.err) == (0, "")
    for case, line in zip(cases, ran.lines, strict=True):
        assert line == assess(*read_case(case, packs, None, TODAY), explain=explain)


def test_each_line_may_carry_its_own_area_and_day(cspr: Cspr) -> None:
    given = [{"area": "walsall"}, {"area": "birmingham", "today": "2026-12-01"}, {}]
    assert [line["pack"]["id"] for line in cspr("assess", "--stdin-lines", given=given).lines] == [
        "walsall", "birmingham", "national",
    ]  # fmt: skip


def test_the_area_option_holds_for_every_line(cspr: Cspr) -> None:
    lines = cspr("assess", "--stdin-lines", "--area", "walsall", given=[{}, {"area": "darlington"}]).lines
    assert lines[0]["pack"]["id"] == "walsall"
    assert lines[1] == {"error": "area: found 'darlington', expected walsall, as --area says"}


def test_no_lines_in_no_lines_out(cspr: Cspr) -> None:
    ran = cspr("assess", "--stdin-lines", given="")
    assert (ran.exit_code, ran.out, ran.err) == (0, "", "")
