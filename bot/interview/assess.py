"""One assessment: outcomes, notes, deadlines and the next question, as the contract's JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.criteria.answer import Answered, answered
from bot.criteria.facts import Facts, Value, plain
from bot.criteria.outcomes import Outcome, weigh
from bot.deadlines.as_json import as_json
from bot.deadlines.compute import deadlines
from bot.deadlines.words import CONVENTION, describe
from bot.guidance.model import DeadlineRule, Note, Pack
from bot.interview.citing import citations
from bot.interview.fitting import Fitting
from bot.interview.plan import next_question
from bot.interview.saying import say_fact, say_missing

Json = dict[str, Any]
Fit = tuple[str | None, str | None]
"""What is said and what to do now, where what was told calls for other words than the plain ones."""


def assess(pack: Pack, facts: Facts, asked: frozenset[str], today: date, *, explain: bool = True) -> Json:
    """Everything that follows from the facts under this pack on this day.

    `asked` are facts answered "I do not know". Without `explain` the reasons and sources stay empty.
    Raises ImpossibleDate or BeyondCalendar (bot/deadlines) for dates that cannot be right or reckoned.
    """
    weighed = weigh(pack, facts, today)
    found = weighed.outcomes
    fitting = Fitting(pack, facts, today)
    due = deadlines_json(pack, status_by_outcome(found), dates_in(facts), today, fitting.deadlines(pack))
    question = next_question(pack, facts, asked, today, weighed, fitting)
    first = answered(pack, found)
    return {
        **answer_json(pack, first),
        "headline": headline_json(pack, first.head, fitting.words(first.head.outcome)),
        "outcomes": [outcome_json(pack, item, facts, fitting, explain) for item in found],
        "notes": [note_json(pack, note, explain) for note in weighed.notes],
        "deadlines": due,
        "convention": CONVENTION if due else None,
        "next_question": question.fact if question else None,
        "pack": pack_json(pack),
    }


def text_of(pack: Pack, item: Outcome, fitted: Fit) -> str:
    """What the reader is told of an outcome."""
    wording = pack.wording[item.outcome]
    return wording.possible if item.status == "possible" else fitted[0] or wording.text


def answer_json(pack: Pack, first: Answered) -> Json:
    """The answer, whether nothing that is unknown can change it, and how it is said."""
    missing = " ".join(say_missing(pack, fact) for fact in pack.facts if fact in first.head.grounds.missing)
    said = first.line.said.format(title=pack.wording[first.head.outcome].title, missing=missing)
    return {"answer": first.line.answer, "settled": first.settled, "said": said, "in_short": first.line.in_short}


def headline_json(pack: Pack, head: Outcome, fitted: Fit) -> Json:
    """The outcome that the answer rests on."""
    return {
        "outcome": head.outcome,
        "status": head.status,
        "title": pack.wording[head.outcome].title,
        "text": text_of(pack, head, fitted),
    }


def outcome_json(pack: Pack, item: Outcome, facts: Facts, fitting: Fitting, explain: bool) -> Json:
    """An outcome in words; if `explain`, with the facts it rests on, those that would settle it and its sources."""
    because = [fact for fact in pack.facts if explain and fact in item.grounds.because]
    return {
        **outcome_apart_from_facts(pack, item, fitting.words(item.outcome), explain),
        "because": {fact: plain(facts[fact]) for fact in because},
        "because_words": [say_fact(pack, fact, facts[fact]) for fact in because],
    }


def outcome_apart_from_facts(pack: Pack, item: Outcome, fitted: Fit, explain: bool) -> Json:
    """What is told of an outcome whatever the values of the facts it rests on."""
    wording = pack.wording[item.outcome]
    missing = [fact for fact in pack.facts if explain and fact in item.grounds.missing]
    return {
        "outcome": item.outcome,
        "status": item.status,
        "rule": item.rule.id,
        "missing": missing,
        "title": wording.title,
        "text": text_of(pack, item, fitted),
        "do_now": fitted[1] or wording.do_now,
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


def deadlines_json(
    pack: Pack, present: Mapping[str, str], dates: Mapping[str, date], today: date, worded: Sequence[DeadlineRule]
) -> list[Json]:
    """The deadlines that the outcomes present and the known dates bring in, in the words that fit.

    Raises ImpossibleDate or BeyondCalendar (bot/deadlines).
    """
    rules = [rule for rule in worded if rule.outcome in present or (rule.outcome is None and rule.starts_on in dates)]
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
