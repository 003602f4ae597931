"""Every name that a pack uses must exist: facts, values, definitions, citations, outcomes, topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.guidance.expression import Expression, Filled, Is, OlderThan, Ref, atoms
from bot.guidance.fault import Fault
from bot.guidance.gather import Gathered
from bot.guidance.model import Pack

ACTIONS = ("start_check", "compute_deadline", "draft_referral", "human_contact")
"""What an answer may offer next besides another topic."""


def dangling(pack: Pack, gathered: Gathered) -> list[Fault]:
    """A fault for each name that leads nowhere."""
    return [*_conditions(pack, gathered), *_citations(pack, gathered), *_names(pack, gathered)]


def _conditions(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    used: list[tuple[str, str, Expression]] = [("definitions", n, e) for n, e in pack.definitions.items()]
    used += [("rules", rule.id, rule.when) for rule in pack.rules]
    used += [("notes", note.id, note.when) for note in pack.notes]
    for question in pack.questions:
        used += [("questions", question.fact, e) for e in (question.for_record, question.only_when) if e is not None]
    for section, key, expression in used:
        place = gathered.sections[section][key].place
        for atom in atoms(expression):
            for found, expected in _wrong(atom, pack):
                yield place.fault((), found, expected)


def _wrong(atom: Expression, pack: Pack) -> Iterator[tuple[str, str]]:
    match atom:
        case Ref(name) if name not in pack.definitions:
            yield f"'{name}'", "the name of a definition"
        case Is(fact, _) | Filled(fact, _) | OlderThan(fact, _) if fact not in pack.facts:
            yield f"'{fact}'", "the name of a fact"
        case Is(fact, values):
            for value in values:
                if value not in pack.facts[fact].values:
                    yield f"'{value}' for {fact}", "one of " + ", ".join(pack.facts[fact].values)


def _citations(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    users: Iterable[tuple[str, str, tuple[str, ...]]] = (
        *(("rules", rule.id, rule.cite) for rule in pack.rules),
        *(("notes", note.id, note.cite) for note in pack.notes),
        *(("questions", question.fact, question.cite) for question in pack.questions),
        *(("deadlines", deadline.id, deadline.cite) for deadline in pack.deadlines),
        *(("answers", topic, answer.cite) for topic, answer in pack.answers.items()),
        *(("wording", outcome, wording.cite) for outcome, wording in pack.wording.items()),
    )
    for section, key, cites in users:
        for cite in cites:
            if cite not in pack.citations:
                yield gathered.sections[section][key].place.fault(("cite",), f"'{cite}'", "the id of a citation")


def _names(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    for rule in pack.rules:
        if rule.outcome not in pack.wording:
            yield gathered.sections["rules"][rule.id].place.fault(("outcome",), f"'{rule.outcome}'", "an outcome with wording")
    for question in pack.questions:
        place = gathered.sections["questions"][question.fact].place
        if question.fact not in pack.facts:
            yield place.fault((), f"'{question.fact}'", "the name of a fact")
        elif set(question.options) != set(pack.facts[question.fact].values):
            expected = "one option for each of " + ", ".join(pack.facts[question.fact].values)
            yield place.fault(("options",), ", ".join(question.options) or "none", expected)
    for topic, answer in pack.answers.items():
        for following in answer.next:
            if following not in pack.answers and following not in ACTIONS:
                yield gathered.sections["answers"][topic].place.fault(("next",), f"'{following}'", "a topic or an action")
