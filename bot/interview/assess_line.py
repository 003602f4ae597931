"""An assessment as one line of JSON, for bulk use: as `assess`, with the parts that come again written once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from bot.criteria.facts import Facts, Value, plain
from bot.criteria.outcomes import Outcome, headline, weigh
from bot.criteria.remember import once_a_pack
from bot.deadlines.check import refuse_impossible_dates
from bot.deadlines.words import CONVENTION
from bot.guidance.model import Note, Pack
from bot.interview.assess import (
    dates_in,
    deadlines_json,
    headline_json,
    note_json,
    outcome_apart_from_facts,
    pack_json,
    status_by_outcome,
    works_for_la,
)
from bot.interview.plan import next_question
from bot.interview.saying import say_fact

PARTS = 8192
"""How many written parts of each kind are remembered for a pack."""


class _Written(NamedTuple):
    """The parts of an assessment under one pack, each as JSON text."""

    headline: Callable[[Outcome | None, bool], str]
    outcome: Callable[[Outcome, Facts, bool, bool], str]
    note: Callable[[str, bool], str]
    deadlines: Callable[[Mapping[str, str], Mapping[str, date], date], str]
    pack: str


def assess_line(pack: Pack, facts: Facts, asked: frozenset[str], today: date, *, explain: bool = True) -> str:
    """What `assess` says, as JSON text without line breaks. Raises what `assess` raises."""
    written = _written(pack)
    weighed = weigh(pack, facts, today)
    found = weighed.outcomes
    due = written.deadlines(status_by_outcome(found), dates_in(facts), today)
    question = next_question(pack, facts, asked, today, weighed)
    for_la = works_for_la(facts)
    head = written.headline(headline(pack, found), for_la)
    told = ", ".join([written.outcome(item, facts, for_la, explain) for item in found])
    remarks = ", ".join([written.note(note.id, explain) for note in weighed.notes])
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
    def apart_from_facts(item: Outcome, for_la: bool, explain: bool) -> tuple[str, tuple[str, ...]]:
        because = tuple(fact for fact in pack.facts if explain and fact in item.grounds.because)
        text = as_text(outcome_apart_from_facts(pack, item, for_la, explain))[:-1]
        return (text if because else text + ', "because": {}, "because_words": []}'), because

    @lru_cache(maxsize=PARTS)
    def told(fact: str, value: Value) -> tuple[str, str]:
        return f"{as_text(fact)}: {as_text(plain(value))}", as_text(say_fact(pack, fact, value))

    def outcome(item: Outcome, facts: Facts, for_la: bool, explain: bool) -> str:
        text, because = apart_from_facts(item, for_la, explain)
        if not because:
            return text
        values, words = zip(*[told(fact, facts[fact]) for fact in because], strict=True)
        return f'{text}, "because": {{{", ".join(values)}}}, "because_words": [{", ".join(words)}]}}'

    by_id: dict[str, Note] = {note.id: note for note in pack.notes}

    @lru_cache(maxsize=PARTS)
    def remark(note: str, explain: bool) -> str:
        return as_text(note_json(pack, by_id[note], explain))

    bring_in = list(dict.fromkeys(rule.outcome for rule in pack.deadlines if rule.outcome))
    start = list(dict.fromkeys(rule.starts_on for rule in pack.deadlines if rule.starts_on))

    @lru_cache(maxsize=PARTS)
    def reckoned(statuses: tuple[str | None, ...], days: tuple[date | None, ...], today: date) -> str:
        present = {name: status for name, status in zip(bring_in, statuses, strict=True) if status}
        found = deadlines_json(pack, present, {name: day for name, day in zip(start, days, strict=True) if day}, today)
        return f'"deadlines": {as_text(found)}, "convention": {as_text(CONVENTION if found else None)}'

    def due(present: Mapping[str, str], dates: Mapping[str, date], today: date) -> str:
        if dates:
            refuse_impossible_dates(dates, today)  # those that start no deadline, too
        return reckoned(
            tuple([present.get(name) for name in bring_in]), tuple([dates.get(name) for name in start]), today
        )

    return _Written(first, outcome, remark, due, as_text(pack_json(pack)))


def as_text(value: Any) -> str:
    """JSON text, with letters outside ASCII as they are."""
    return json.dumps(value, ensure_ascii=False)
