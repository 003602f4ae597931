"""One assessment: outcomes, notes, deadlines and the next question, as the contract's JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.criteria.facts import Facts, Value, plain
from bot.criteria.outcomes import Outcome, headline, weigh
from bot.deadlines.as_json import as_json
from bot.deadlines.compute import deadlines
from bot.deadlines.words import CONVENTION, describe
from bot.guidance.model import Note, Pack
from bot.interview.citing import citations
from bot.interview.plan import next_question
from bot.interview.saying import say_fact, say_missing

Json = dict[str, Any]


def assess(pack: Pack, facts: Facts, asked: frozenset[str], today: date, *, explain: bool = True) -> Json:
    """Everything that follows from the facts under this pack on this day.

    `asked` are facts answered "I do not know". Without `explain` the reasons and sources stay empty.
    Raises ImpossibleDate or BeyondCalendar (bot/deadlines) for dates that cannot be right or reckoned.
    """
    weighed = weigh(pack, facts, today)
    found = weighed.outcomes
    due = deadlines_json(pack, status_by_outcome(found), dates_in(facts), today)
    question = next_question(pack, facts, asked, today, weighed)
    for_la = works_for_la(facts)
    return {
        "headline": headline_json(pack, headline(pack, found), for_la),
        "outcomes": [outcome_json(pack, item, facts, explain) for item in found],
        "notes": [note_json(pack, note, explain) for note in weighed.notes],
        "deadlines": due,
        "convention": CONVENTION if due else None,
        "next_question": question.fact if question else None,
        "pack": pack_json(pack),
    }


def works_for_la(facts: Facts) -> bool:
    """Whether the reader works for the council's children's services: some things are then told otherwise."""
    return facts.get("works_for_la") == "yes"


def text_of(pack: Pack, outcome: str, status: str, for_la: bool) -> str:
    """What the reader is told of an outcome."""
    wording = pack.wording[outcome]
    if status == "possible":
        return wording.possible
    return wording.works_for_la if wording.works_for_la and for_la else wording.text


def headline_json(pack: Pack, first: Outcome | None, for_la: bool) -> Json:
    """What heads the answer; without an outcome: to check with the lead."""
    if first is None:
        wording = pack.wording["nothing"]
        return {"outcome": None, "status": None, "title": wording.title, "text": wording.text}
    return {
        "outcome": first.outcome,
        "status": first.status,
        "title": pack.wording[first.outcome].title,
        "text": text_of(pack, first.outcome, first.status, for_la),
    }


def outcome_json(pack: Pack, item: Outcome, facts: Facts, explain: bool) -> Json:
    """An outcome in words; if `explain`, with the facts it rests on, those that would settle it and its sources."""
    because = [fact for fact in pack.facts if explain and fact in item.grounds.because]
    return {
        **outcome_apart_from_facts(pack, item, works_for_la(facts), explain),
        "because": {fact: plain(facts[fact]) for fact in because},
        "because_words": [say_fact(pack, fact, facts[fact]) for fact in because],
    }


def outcome_apart_from_facts(pack: Pack, item: Outcome, for_la: bool, explain: bool) -> Json:
    """What is told of an outcome whatever the values of the facts it rests on."""
    wording = pack.wording[item.outcome]
    missing = [fact for fact in pack.facts if explain and fact in item.grounds.missing]
    return {
        "outcome": item.outcome,
        "status": item.status,
        "rule": item.rule.id,
        "missing": missing,
        "title": wording.title,
        "text": text_of(pack, item.outcome, item.status, for_la),
        "do_now": wording.do_now,
        "missing_words": [say_missing(pack, fact) for fact in missing],
        "citations": citations(pack, (*wording.cite, *item.rule.cite)) if explain else [],
    }


def note_json(pack: Pack, note: Note, explain: bool) -> Json:
    """A note and, if `explain`, its sources."""
    return {"note": note.id, "text": note.text, "citations": citations(pack, note.cite) if explain else []}


def pack_json(pack: Pack) -> Json:
    """Which guidance was used."""
    return {"id": pack.head.id, "version": pack.version}


def status_by_outcome(found: Sequence[Outcome]) -> dict[str, str]:
    """The status of each outcome that applies or is possible."""
    return {item.outcome: item.status for item in found}


def deadlines_json(pack: Pack, present: Mapping[str, str], dates: Mapping[str, date], today: date) -> list[Json]:
    """The deadlines that the outcomes present and the known dates bring in.

    Raises ImpossibleDate or BeyondCalendar (bot/deadlines).
    """
    rules = [
        rule for rule in pack.deadlines if rule.outcome in present or (rule.outcome is None and rule.starts_on in dates)
    ]
    status = {rule.id: present.get(rule.outcome or "", "applies") for rule in rules}
    return [
        {
            **as_json(item, pack.citations),
            "status": status[item.id],
            "title": item.title,
            "text": item.text,
            "words": describe(item),
        }
        for item in deadlines(rules, dates, today)
    ]


def dates_in(facts: Mapping[str, Value]) -> dict[str, date]:
    """Only the dates among the facts."""
    return {name: value for name, value in facts.items() if isinstance(value, date)}
