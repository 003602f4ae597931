"""Words fitted to what was told: which of a pack's other words hold, and what would settle that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bot.criteria.all_at_once import AllAtOnce
from bot.criteria.explain import Grounds
from bot.criteria.facts import Facts
from bot.criteria.remember import once_a_pack
from bot.criteria.truth import FALSE, TRUE, Truth
from bot.guidance.model import DeadlineRule, Fitted, Pack

KEYS = ("text", "do_now", "who")


class _Ready(NamedTuple):
    """The conditions of all fitted words of a pack, and those of each outcome and deadline, by their place in it."""

    conditions: AllAtOnce[Grounds]
    outcomes: Mapping[str, tuple[tuple[int, Fitted], ...]]
    deadlines: Mapping[str, tuple[tuple[int, Fitted], ...]]
    worded: dict[tuple[Truth, ...], tuple[DeadlineRule, ...]]


class Fitting:
    """The fitted words of a pack on a set of facts."""

    def __init__(self, pack: Pack, facts: Facts, today: date) -> None:
        self._ready = _ready(pack)
        self._grounds = self._ready.conditions.of(facts, today) if pack.evaluates is None else None

    def words(self, outcome: str) -> tuple[str | None, str | None]:
        """What is said and what to do now instead of the plain words; None: the plain ones hold."""
        those = self._ready.outcomes.get(outcome, ())
        return self._first(those, "text"), self._first(those, "do_now")

    def deadlines(self, pack: Pack) -> tuple[DeadlineRule, ...]:
        """The pack's deadlines with the words that fit; in the same words, the very same tuple."""
        if self._grounds is None:
            return pack.deadlines
        holds = tuple([self._grounds[place].truth for those in self._ready.deadlines.values() for place, _ in those])
        if holds not in self._ready.worded:
            self._ready.worded[holds] = tuple(self._deadline(rule) for rule in pack.deadlines)
        return self._ready.worded[holds]

    def _deadline(self, rule: DeadlineRule) -> DeadlineRule:
        those = self._ready.deadlines.get(rule.id, ())
        told = {key: words for key in ("text", "who") if (words := self._first(those, key)) is not None}
        return rule.model_copy(update=told) if told else rule

    def missing(self, outcomes: Iterable[str]) -> Iterator[str]:
        """The facts that may still change what is said of these outcomes, or what to do."""
        for outcome in outcomes:
            for key in KEYS:
                yield from self._open(self._ready.outcomes.get(outcome, ()), key)

    def _first(self, those: tuple[tuple[int, Fitted], ...], key: str) -> str | None:
        for place, other in those:
            words: str | None = getattr(other, key)
            if words is not None and self._grounds is not None and self._grounds[place].truth is TRUE:
                return words
        return None

    def _open(self, those: tuple[tuple[int, Fitted], ...], key: str) -> Iterator[str]:
        for place, other in those:
            if getattr(other, key) is None or self._grounds is None or self._grounds[place].truth is FALSE:
                continue
            yield from self._grounds[place].missing
            if self._grounds[place].truth is TRUE:
                return


@once_a_pack
def _ready(pack: Pack) -> _Ready:
    conditions: list[Fitted] = []

    def placed(fitted: tuple[Fitted, ...]) -> tuple[tuple[int, Fitted], ...]:
        conditions.extend(fitted)
        return tuple(enumerate(fitted, start=len(conditions) - len(fitted)))

    outcomes = {name: placed(wording.fitted) for name, wording in pack.wording.items() if wording.fitted}
    due = {rule.id: placed(rule.fitted) for rule in pack.deadlines if rule.fitted}
    return _Ready(AllAtOnce(pack, [(other.when, _grounds) for other in conditions]), outcomes, due, {})


def _grounds(why: Grounds) -> Grounds:
    return why
