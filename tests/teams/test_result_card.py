"""The result of the check as a card in Teams."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.channels.model import Reply
from bot.channels.teams.cards.result import result_card
from bot.criteria.facts import Value
from bot.guidance.load import Packs
from bot.interview.assess import assess
from bot.interview.result_text import result_text

DEATH: dict[str, Value] = {
    "age_group": "under_18", "outcome": "died", "abuse_neglect": "known", "place": "this_area",
    "la_aware_on": date(2026, 11, 20),
}  # fmt: skip


@pytest.mark.parametrize(
    ("today", "words"), [(date(2026, 11, 24), "in 3 working days"), (date(2026, 12, 2), "Overdue by 3 working days")]
)
def test_each_date_says_how_near_it_is(packs: Packs, today: date, words: str) -> None:
    found = assess(packs.for_area("walsall"), DEATH, frozenset(), today)
    card = json.dumps(result_card(Reply(text=result_text(found), assessment=found), {}))
    assert f"**Friday 27 November 2026**, {words}: Tell the national Panel" in card
