"""An assessment as one line of JSON, for bulk use: as `assess`, with the parts that come again written once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from bot.criteria.answer import Answered, answered
from bot.criteria.facts import Facts, Value, plain
from bot.criteria.outcomes import Outcome, weigh
from bot.criteria.remember import once_a_pack
from bot.deadlines.check import refuse_impossible_dates
from bot.deadlines.words import CONVENTION
from bot.guidance.model import DeadlineRule, Note, Pack
from bot.interview.assess import (
    Fit,
    answer_json,
    dates_in,
    deadlines_json,
    headline_json,
    note_json,
    outcome_apart_from_facts,
    pack_json,
    status_by_outcome,
)
from bot.interview.fitting import Fitting
from bot.interview.plan import next_question
from bot.interview.saying import say_fact

PARTS = 8192
"""How many written parts of each kind are remembered for a pack."""


class _Written(NamedTuple):
    """The parts of an assessment under one pack, each as JSON text."""

    first: Callable[[Answered, Fit], str]
    outcome: Callable[[Outcome, Facts, Fit, bool], str]
    note: Callable[[str, bool], str]
    deadlines: Callable[[Mapping[str, str], Mapping[str, date], date, Fitting], str]
    pack: str


class _ByIdentity:
    """Deadlines in one set of words: `Fitting` gives the very same ones each time, so that they need not be read."""

    def __init__(self, rules: tuple[DeadlineRule, ...]) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and self.rules is other.rules


def assess_line(pack: Pack, facts: Facts, asked: frozenset[str], today: date, *, explain: bool = True) -> str:
    """What `assess` says, as JSON text without line breaks. Raises what `assess` raises."""
    written = _written(pack)
    weighed = weigh(pack, facts, today)
    found = weighed.outcomes
    fitting = Fitting(pack, facts, today)
    due = written.deadlines(status_by_outcome(found), dates_in(facts), today, fitting)
    question = next_question(pack, facts, asked, today, weighed, fitting)
    first = answered(pack, found)
    head = written.first(first, fitting.words(first.head.outcome))
    told = ", ".join([written.outcome(item, facts, fitting.words(item.outcome), explain) for item in found])
    remarks = ", ".join([written.note(note.id, explain) for note in weighed.notes])
    following = f'"{question.fact}"' if question else "null"
    return (
        f'{{{head}, "outcomes": [{told}], "notes": [{remarks}], {due}, '
        f'"next_question": {following}, "pack": {written.pack}}}'
    )


@once_a_pack
def _written(pack: Pack) -> _Written:
    @lru_cache(maxsize=PARTS)
    def answer(line: int, item: Outcome, settled: bool, fitted: Fit) -> str:
        told = answer_json(pack, Answered(pack.answer[line], item, settled))
        return as_text({**told, "headline": headline_json(pack, item, fitted)})[1:-1]

    line_of = {id(line): number for number, line in enumerate(pack.answer)}

    def first(found: Answered, fitted: Fit) -> str:
        return answer(line_of[id(found.line)], found.head, found.settled, fitted)

    @lru_cache(maxsize=PARTS)
    def apart_from_facts(item: Outcome, fitted: Fit, explain: bool) -> tuple[str, tuple[str, ...]]:
        because = tuple(fact for fact in pack.facts if explain and fact in item.grounds.because)
        text = as_text(outcome_apart_from_facts(pack, item, fitted, explain))[:-1]
        return (text if because else text + ', "because": {}, "because_words": []}'), because

    @lru_cache(maxsize=PARTS)
    def told(fact: str, value: Value) -> tuple[str, str]:
        return f"{as_text(fact)}: {as_text(plain(value))}", as_text(say_fact(pack, fact, value))

    def outcome(item: Outcome, facts: Facts, fitted: Fit, explain: bool) -> str:
        text, because = apart_from_facts(item, fitted, explain)
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
    def reckoned(
        statuses: tuple[str | None, ...], days: tuple[date | None, ...], today: date, worded: _ByIdentity
    ) -> str:
        present = {name: status for name, status in zip(bring_in, statuses, strict=True) if status}
        dates = {name: day for name, day in zip(start, days, strict=True) if day}
        found = deadlines_json(pack, present, dates, today, worded.rules)
        return f'"deadlines": {as_text(found)}, "convention": {as_text(CONVENTION if found else None)}'

    def due(present: Mapping[str, str], dates: Mapping[str, date], today: date, fitting: Fitting) -> str:
        if dates:
            refuse_impossible_dates(dates, today)  # those that start no deadline, too
        return reckoned(
            tuple([present.get(name) for name in bring_in]),
            tuple([dates.get(name) for name in start]),
            today,
            _ByIdentity(fitting.deadlines(pack)),
        )

    return _Written(first, outcome, remark, due, as_text(pack_json(pack)))


def as_text(value: Any) -> str:
    """JSON text, with letters outside ASCII as they are."""
    return json.dumps(value, ensure_ascii=False)
