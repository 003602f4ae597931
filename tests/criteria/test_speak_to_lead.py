"""Consequence 4: the lead is always there, and no text says or suggests not to refer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from bot.criteria.outcomes import outcomes
from bot.guidance.load import Packs
from tests.criteria.fact_sets import Facts, areas, fact_sets
from tests.criteria.oracle.values import AREAS, TODAY

GUIDANCE = Path(__file__).parents[2] / "guidance"

DISCOURAGING = re.compile(
    r"""
      \b(do|does|did|should|must|needs?|can|could|may|might|would|will|are|is)(\ not|n[o’']t|\ never)\ (\w+\ )?
        (to\ )?(be\ )?(refer|referred|referring|report\ (this|it)|make\ a\ referral|tell\ (your|the)\ (lead|council))\b
    | \b(no|little)\ (need|reason|point|use|duty|call)\ (to|in|of|for)\ (a\ |you\ to\ )?
        (refer|referring|referral|reporting)\b
    | \b(not|never)\ (to\ )?
        (refer|be\ referred|worth\ referring|need\ referring|necessary\ to\ refer|require\ a\ referral)\b
    | \bno\ referral\ (is|would\ be)\ (needed|necessary|required)\b
    | \breferral\ is\ (not|n[o’']t)\ (needed|necessary|required|appropriate|called\ for)\b
    | \b(wait|hold\ (back|off))\ (until|before)\ (\w+,?\ ){0,6}refer
    | \b(without|instead\ of|rather\ than)\ referring\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def texts(raw: Any) -> Iterator[str]:
    """Every text in what YAML holds, however deep."""
    match raw:
        case str():
            yield raw
        case dict():
            for value in raw.values():
                yield from texts(value)
        case list():
            for value in raw:
                yield from texts(value)


def discouraging(text: str) -> list[str]:
    """The parts of the text that may keep somebody from referring."""
    return [found.group() for found in DISCOURAGING.finditer(" ".join(text.split()))]


@given(area=areas, facts=fact_sets)
def test_the_lead_is_always_there(packs: Packs, area: str | None, facts: Facts) -> None:
    found = {item.outcome: item.status for item in outcomes(packs.for_area(area), facts, TODAY)}
    assert found["speak_to_lead"] == "applies"


@pytest.mark.parametrize("path", sorted(GUIDANCE.rglob("*.yaml")), ids=lambda path: str(path.relative_to(GUIDANCE)))
def test_no_text_of_the_guidance_says_not_to_refer(path: Path) -> None:
    for text in texts(yaml.safe_load(path.read_text(encoding="utf-8"))):
        assert not discouraging(text), text


@pytest.mark.parametrize("area", AREAS, ids=str)
def test_the_lead_is_named_in_every_answer_but_another_process(packs: Packs, area: str | None) -> None:
    pack = packs.for_area(area)
    assert all("lead" in line.said for line in pack.answer if line.answer != "another_route")
    assert re.search(r"lead|manager", pack.wording["speak_to_lead"].text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not refer this case.", "You don't need to refer.", "There is no need to refer.", "You need not refer it.",
        "This case should not be referred.", "It does not have to be referred", "A referral is not needed.",
        "No referral is required.", "It is not necessary to refer.", "There is no reason to refer",
        "You must never refer it", "Hold off until you can prove it, then refer",
        "Talk to your manager rather than referring.",
    ],
)  # fmt: skip
def test_the_search_finds_what_it_must(text: str) -> None:
    assert discouraging(text)


@pytest.mark.parametrize(
    "text",
    [
        "Refer this case for consideration.", "Not being sure is no reason to hold back.",
        "The review form does not do that job.", "A referral for a review does not replace telling children's services",
    ],
)  # fmt: skip
def test_the_search_leaves_encouragement_alone(text: str) -> None:
    assert not discouraging(text)
