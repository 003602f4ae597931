"""Every name that a pack uses must exist: facts, values, definitions, citations, outcomes, topics, deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.guidance.expression import Expression, Filled, Is, OlderThan, Ref, atoms
from bot.guidance.fault import Fault
from bot.guidance.gather import Entry, Gathered, one_of
from bot.guidance.model import Pack
from bot.guidance.reading import Path_

ACTIONS = ("start_check", "compute_deadline", "draft_referral", "human_contact")
"""What an answer may offer next besides another topic."""


def dangling(pack: Pack, gathered: Gathered) -> list[Fault]:
    """A fault for each name that leads nowhere, and for each definition that leads back to itself."""
    # A fact without its values makes everything that asks about it look wrong.
    wrong_facts = list(_facts(pack, gathered))
    checks = (_circles, _conditions, _citations, _outcomes, _questions, _deadlines, _answers)
    return wrong_facts or [fault for check in checks for fault in check(pack, gathered)]


def _facts(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    for name, fact in pack.facts.items():
        if (fact.kind == "date") is bool(fact.values):
            expected = "none for a date" if fact.values else f"at least one value for a {fact.kind}"
            yield gathered.sections["facts"][name].fault(("values",), ", ".join(fact.values) or "no values", expected)


def _circles(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    for name in pack.definitions:
        way = _way_back(name, pack, (name,))
        if way is not None and name == min(way):
            expected = "a definition that does not lead back to itself"
            yield gathered.sections["definitions"][name].fault((), " > ".join(way), expected)


def _way_back(name: str, pack: Pack, way: tuple[str, ...]) -> tuple[str, ...] | None:
    for atom in atoms(pack.definitions[way[-1]]):
        if isinstance(atom, Ref) and atom.name in pack.definitions:
            if atom.name == name:
                return (*way, name)
            found = _way_back(name, pack, (*way, atom.name)) if atom.name not in way else None
            if found is not None:
                return found
    return None


def conditions(pack: Pack, gathered: Gathered) -> Iterator[tuple[Entry, Path_, Expression]]:
    """Every condition of the pack, with the entry it stands in and the key below that."""
    for name, expression in pack.definitions.items():
        yield gathered.sections["definitions"][name], (), expression
    for rule in pack.rules:
        yield gathered.sections["rules"][rule.id], ("when",), rule.when
    for note in pack.notes:
        yield gathered.sections["notes"][note.id], ("when",), note.when
    for question in pack.questions:
        entry = gathered.sections["questions"][question.fact]
        if question.only_when is not None:
            yield entry, ("only_when",), question.only_when
    for section, key, fitted in (
        *(("wording", outcome, wording.fitted) for outcome, wording in pack.wording.items()),
        *(("deadlines", deadline.id, deadline.fitted) for deadline in pack.deadlines),
    ):
        for index, other in enumerate(fitted):
            yield gathered.sections[section][key], ("fitted", index, "when"), other.when
    if "ask_for_notes_while" in gathered.single:
        yield gathered.single["ask_for_notes_while"], (), pack.ask_for_notes_while


def _conditions(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    for entry, below, expression in conditions(pack, gathered):
        for atom in atoms(expression):
            for found, expected in _wrong(atom, pack):
                yield entry.fault(below, found, expected)


def _wrong(atom: Expression, pack: Pack) -> Iterator[tuple[str, str]]:
    match atom:
        case Ref(name) if name not in pack.definitions:
            yield f"'{name}'", "the name of a definition"
        case Is(fact, _) | Filled(fact, _) | OlderThan(fact, _) if fact not in pack.facts:
            yield f"'{fact}'", "the name of a fact"
        case Filled(fact, _) if pack.facts[fact].kind != "set":
            yield f"'filled' or 'empty' for {fact}", "a fact of the kind 'set'"
        case OlderThan(fact, _) if pack.facts[fact].kind != "date":
            yield f"'older_than_months' for {fact}", "a fact of the kind 'date'"
        case Is(fact, values):
            for value in values:
                if value not in pack.facts[fact].values:
                    yield f"'{value}' for {fact}", one_of(pack.facts[fact].values)


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
                yield gathered.sections[section][key].fault(("cite",), f"'{cite}'", "the id of a citation")


def _outcomes(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    given = {rule.outcome for rule in pack.rules}
    for rule in pack.rules:
        if rule.outcome not in pack.wording:
            expected = "an outcome with wording"
            yield gathered.sections["rules"][rule.id].fault(("outcome",), f"'{rule.outcome}'", expected)
    for outcome in sorted((pack.evaluates or set()) - given):
        yield gathered.single["evaluates"].fault((), f"'{outcome}'", "an outcome that a rule gives")


def _questions(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    for question in pack.questions:
        entry = gathered.sections["questions"][question.fact]
        if question.fact not in pack.facts:
            yield entry.fault((), f"'{question.fact}'", "the name of a fact")
        elif set(question.options) != set(pack.facts[question.fact].values):
            values = pack.facts[question.fact].values
            expected = f"one option for each of {', '.join(values)}" if values else "no options for a date"
            yield entry.fault(("options",), ", ".join(question.options) or "no options", expected)
        elif question.if_under_16 is not None and question.if_under_16 not in question.options:
            yield entry.fault(("if_under_16",), f"'{question.if_under_16}'", one_of(question.options))
        if question.after is not None and question.after not in {other.fact for other in pack.questions}:
            yield entry.fault(("after",), f"'{question.after}'", "the fact of another question")


def _deadlines(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    dates = [name for name, fact in pack.facts.items() if fact.kind == "date"]
    ids = [deadline.id for deadline in pack.deadlines]
    outcomes = {rule.outcome for rule in pack.rules}
    for deadline in pack.deadlines:
        entry = gathered.sections["deadlines"][deadline.id]
        if deadline.starts_on is not None and deadline.starts_on not in dates:
            yield entry.fault(("starts_on",), f"'{deadline.starts_on}'", "the name of a fact of the kind 'date'")
        if deadline.clock is not None and deadline.starts_on is None:
            yield entry.fault((), "a clock without 'starts_on'", "the date that it runs from")
        if deadline.estimated_from is not None and deadline.estimated_from not in ids:
            yield entry.fault(("estimated_from",), f"'{deadline.estimated_from}'", "the id of another deadline")
        if deadline.outcome is not None and deadline.outcome not in outcomes:
            yield entry.fault(("outcome",), f"'{deadline.outcome}'", "an outcome that a rule gives")


def _answers(pack: Pack, gathered: Gathered) -> Iterator[Fault]:
    for topic, answer in pack.answers.items():
        for following in answer.next:
            if following not in pack.answers and following not in ACTIONS:
                yield gathered.sections["answers"][topic].fault(("next",), f"'{following}'", "a topic or an action")
