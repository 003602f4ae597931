"""What stands in a pack to no purpose: questions that nothing waits for, wording that no rule calls up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.guidance.expression import Expression, facts_of
from bot.guidance.fault import Fault
from bot.guidance.model import Pack, Question
from bot.guidance.packs import Edition

NOT_FOR_RULES = "area"
"""The fact that chooses the pack rather than entering the logic."""


def uses(pack: Pack, fact: str) -> Mapping[str, tuple[str, ...]]:
    """The rules, notes, deadlines and wordings that an answer about the fact can change."""

    def rests(condition: Expression) -> bool:
        return fact in facts_of(condition, pack.definitions)

    only = pack.evaluates
    whole = only is None
    said = (o for o, wording in pack.wording.items() if whole and any(rests(other.when) for other in wording.fitted))
    return {
        "rules": tuple(r.id for r in pack.rules if (only is None or r.outcome in only) and rests(r.when)),
        "notes": tuple(note.id for note in pack.notes if whole and rests(note.when)),
        "deadlines": tuple(d.id for d in pack.deadlines if whole and d.outcome is not None and d.starts_on == fact),
        "wording": tuple(said),
    }


def asked_in(pack: Pack) -> tuple[Question, ...]:
    """The questions that the check can come to ask, in their order."""
    return tuple(q for q in pack.questions if q.fact == NOT_FOR_RULES or any(uses(pack, q.fact).values()))


def unneeded_questions(edition: Edition) -> Iterator[Fault]:
    """A fault for each question whose answer can change nothing; not in a pack that works out only a few outcomes."""
    pack = edition.pack
    asked = asked_in(pack)
    for question in pack.questions if pack.evaluates is None else ():
        if question not in asked:
            expected = "a rule, a note, a deadline or a wording that waits for the answer"
            yield edition.gathered.sections["questions"][question.fact].fault(
                (), "a question that nothing needs", expected
            )


def unused_wording(editions: Iterable[Edition]) -> Iterator[Fault]:
    """A fault for each outcome with wording that no rule gives in any area."""
    every = list(editions)
    given = {rule.outcome for edition in every for rule in edition.pack.rules}
    for edition in every:
        for outcome in edition.pack.wording:
            if outcome not in given:
                entry = edition.gathered.sections["wording"][outcome]
                yield entry.fault((), f"the outcome '{outcome}'", "an outcome that a rule gives")
