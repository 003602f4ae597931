"""One assessment: outcomes, notes, deadlines and the next question, as the contract's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.criteria.facts import Facts, Value, plain
from bot.criteria.outcomes import Outcome, headline, notes, outcomes
from bot.deadlines.as_json import as_json
from bot.deadlines.compute import deadlines
from bot.deadlines.words import CONVENTION, describe
from bot.guidance.model import Pack
from bot.interview.citing import citations
from bot.interview.plan import next_question
from bot.interview.saying import say_fact, say_missing

Json = dict[str, Any]


def assess(pack: Pack, facts: Facts, asked: frozenset[str], today: date) -> Json:
    """Everything that follows from the facts under this pack on this day.

    `asked` are facts answered "I do not know". Raises ImpossibleDate or BeyondCalendar
    (bot/deadlines) for dates that cannot be right or reckoned.
    """
    found = outcomes(pack, facts, today)
    question = next_question(pack, facts, asked, today)
    due = _deadlines(pack, facts, found, today)
    return {
        "headline": _headline(pack, facts, headline(pack, found)),
        "outcomes": [_outcome(pack, facts, item) for item in found],
        "notes": [{"note": n.id, "text": n.text, "citations": citations(pack, n.cite)} for n in notes(pack, facts, today)],
        "deadlines": due,
        "convention": CONVENTION if due else None,
        "next_question": question.fact if question else None,
        "pack": {"id": pack.head.id, "version": pack.version},
    }


def text_of(pack: Pack, facts: Facts, outcome: str, status: str) -> str:
    """What the reader is told of an outcome; those who work for the council may be told otherwise."""
    wording = pack.wording[outcome]
    if status == "possible":
        return wording.possible
    if wording.works_for_la and facts.get("works_for_la") == "yes":
        return wording.works_for_la
    return wording.text


def _headline(pack: Pack, facts: Facts, first: Outcome | None) -> Json:
    if first is None:
        wording = pack.wording["nothing"]
        return {"outcome": None, "status": None, "title": wording.title, "text": wording.text}
    return {
        "outcome": first.outcome,
        "status": first.status,
        "title": pack.wording[first.outcome].title,
        "text": text_of(pack, facts, first.outcome, first.status),
    }


def _outcome(pack: Pack, facts: Facts, item: Outcome) -> Json:
    wording = pack.wording[item.outcome]
    because = sorted(item.grounds.because, key=list(pack.facts).index) if item.grounds else []
    missing = sorted(item.grounds.missing, key=list(pack.facts).index) if item.grounds else []
    return {
        "outcome": item.outcome,
        "status": item.status,
        "rule": item.rule.id,
        "because": {fact: plain(facts[fact]) for fact in because},
        "missing": missing,
        "title": wording.title,
        "text": text_of(pack, facts, item.outcome, item.status),
        "do_now": wording.do_now,
        "because_words": [say_fact(pack, fact, facts[fact]) for fact in because],
        "missing_words": [say_missing(pack, fact) for fact in missing],
        "citations": citations(pack, (*wording.cite, *item.rule.cite)),
    }


def _deadlines(pack: Pack, facts: Facts, found: list[Outcome], today: date) -> list[Json]:
    present = {item.outcome: item.status for item in found}
    dates = dates_in(facts)
    rules = [rule for rule in pack.deadlines if rule.outcome in present or (rule.outcome is None and rule.starts_on in dates)]
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
