"""Logic and words are apart: other words everywhere, and every status, note, deadline and question is the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from bot.guidance.load import Packs
from bot.guidance.model import Part
from bot.interview.assess import assess
from tests.criteria.fact_sets import Facts, areas, fact_sets
from tests.criteria.oracle.values import AREAS, TODAY

WORDS = frozenset(
    "title text possible do_now said in_short ask hint why label short none_label unknown_label "
    "strength_note who section role name partnership note url".split()
)
"""The keys under which a pack keeps words for people."""

LOGIC = (
    "answer", "settled",
    "headline.outcome", "headline.status", "next_question", "outcomes.outcome", "outcomes.status", "outcomes.rule",
    "outcomes.because", "outcomes.missing", "notes.note", "deadlines.id", "deadlines.due", "deadlines.status",
)  # fmt: skip


def reworded(value: Any, key: str = "") -> Any:
    """The same part of a pack with other words; conditions, names of facts and values stay."""
    if isinstance(value, Part):
        names = type(value).model_fields
        kept_name = "name" if hasattr(value, "kind") else None  # a fact's own name is not wording
        changed = {n: getattr(value, n) if n == kept_name else reworded(getattr(value, n), n) for n in names}
        return value.model_copy(update=changed)
    if isinstance(value, str):
        return f"Quite other words ({len(value)})." if key in WORDS else value
    if isinstance(value, tuple):
        return tuple(reworded(item, key) for item in value)
    return {name: reworded(item, key) for name, item in value.items()} if isinstance(value, dict) else value


def logic_of(result: dict[str, Any]) -> list[Any]:
    """Everything in an assessment that is not wording."""
    found = []
    for path in LOGIC:
        part, _, key = path.partition(".")
        section = result[part]
        found.append([item[key] for item in section] if isinstance(section, list) else section[key] if key else section)
    return found


class OtherWords:
    """Each area's pack in other words; hypothesis prints what it is given, so this prints as its name."""

    def __init__(self, packs: Packs) -> None:
        self.by_area = {area: reworded(packs.for_area(area)) for area in AREAS}

    def __repr__(self) -> str:
        return "OtherWords"


@pytest.fixture(scope="module")
def other_words(packs: Packs) -> OtherWords:
    return OtherWords(packs)


@given(area=areas, facts=fact_sets)
def test_a_change_of_wording_cannot_change_an_outcome(
    packs: Packs, other_words: OtherWords, area: str | None, facts: Facts
) -> None:
    before = assess(packs.for_area(area), facts, frozenset(), TODAY)
    after = assess(other_words.by_area[area], facts, frozenset(), TODAY)
    assert logic_of(after) == logic_of(before)
    assert after["headline"]["title"] != before["headline"]["title"]
