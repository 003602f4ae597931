"""An assessment as one line of JSON, for bulk use: as `assess`, with the parts that come again written once."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from bot.criteria.facts import Facts
from bot.criteria.outcomes import Outcome, headline, notes, outcomes
from bot.criteria.remember import once_a_pack
from bot.deadlines.words import CONVENTION
from bot.guidance.model import Note, Pack
from bot.interview.assess import (
    dates_in,
    deadlines_json,
    headline_json,
    note_json,
    outcome_json,
    pack_json,
    status_by_outcome,
    works_for_la,
)
from bot.interview.plan import next_question

PARTS = 8192
"""How many written parts of each kind are remembered for a pack."""


class _Written(NamedTuple):
    """The parts of an assessment under one pack, each as JSON text."""

    headline: Callable[[Outcome | None, bool], str]
    outcome: Callable[[Outcome, bool, bool], str]
    note: Callable[[str, bool], str]
    deadlines: Callable[[frozenset[tuple[str, str]], frozenset[tuple[str, date]], date], str]
    pack: str


def assess_line(pack: Pack, facts: Facts, asked: frozenset[str], today: date, *, explain: bool = True) -> str:
    """What `assess` says, as JSON text without line breaks. Raises what `assess` raises."""
    written = _written(pack)
    found = outcomes(pack, facts, today)
    due = written.deadlines(frozenset(status_by_outcome(found).items()), frozenset(dates_in(facts).items()), today)
    question = next_question(pack, facts, asked, today, found)
    for_la = works_for_la(facts)
    head = written.headline(headline(pack, found), for_la)
    told = ", ".join([written.outcome(item, for_la, explain) for item in found])
    remarks = ", ".join([written.note(note.id, explain) for note in notes(pack, facts, today)])
    following = f'"{question.fact}"' if question else "null"
    return (
        f'{{"headline": {head}, "outcomes": [{told}], "notes": [{remarks}], {due}, '
        f'"next_question": {following}, "pack": {written.pack}}}'
    )


@once_a_pack
def _written(pack: Pack) -> _Written:
    @lru_cache(maxsize=PARTS)
    def first(item: Outcome | None, for_la: bool) -> str:
        return as_text(headline_json(pack, item, for_la))

    @lru_cache(maxsize=PARTS)
    def outcome(item: Outcome, for_la: bool, explain: bool) -> str:
        return as_text(outcome_json(pack, item, for_la, explain))

    by_id: dict[str, Note] = {note.id: note for note in pack.notes}

    @lru_cache(maxsize=PARTS)
    def remark(note: str, explain: bool) -> str:
        return as_text(note_json(pack, by_id[note], explain))

    @lru_cache(maxsize=PARTS)
    def due(present: frozenset[tuple[str, str]], dates: frozenset[tuple[str, date]], today: date) -> str:
        found = deadlines_json(pack, dict(present), dict(dates), today)
        return f'"deadlines": {as_text(found)}, "convention": {as_text(CONVENTION if found else None)}'

    return _Written(first, outcome, remark, due, as_text(pack_json(pack)))


def as_text(value: Any) -> str:
    """JSON text, with letters outside ASCII as they are."""
    return json.dumps(value, ensure_ascii=False)
