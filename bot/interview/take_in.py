"""What a turn does with what a message says: from where the check stands to where it stands next, and what is said.

In this order, none shutting another out: danger, what was told, what must be settled, the question beside it, and
what was not understood. The act itself and the next question follow (`data/rules`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.criteria.facts import UNKNOWN_VALUE
from bot.interview.dependants import stale
from bot.interview.speech import (
    Alarm,
    Confirm,
    DangerNoted,
    LeftAsItWas,
    NotUnderstood,
    Opening,
    PlayBack,
    Problem,
    Speech,
    Topic,
)
from bot.reading.reading import Danger, How, Reading, Told
from bot.reading.risk import READ_BACK

DANGER = "immediate_danger"
TRIES = 2
"""How often a question is put in words before it is left as not known."""
NOT_AN_ANSWER = frozenset({"nlu_fallback", "affirm", "deny"})
"""Leads that answer nothing while a question waits."""

Problems = Callable[[Mapping[str, str], str, str], str | None]
"""One clear sentence where a value cannot be taken beside the answers so far; else None."""


@dataclass(frozen=True, slots=True)
class State:
    """Where the check stands. Values are encoded (`bot.criteria.answers`)."""

    answers: Mapping[str, str] = field(default_factory=dict)
    thinks: frozenset[str] = frozenset()
    """Facts noted as what the guide thinks was said."""
    to_confirm: Mapping[str, str] = field(default_factory=dict)
    """What is to be read back, in this order: danger first, one at a time."""
    was: Mapping[str, str] = field(default_factory=dict)
    """The answer that is being changed."""
    tries: Mapping[str, int] = field(default_factory=dict)
    answered: tuple[str, ...] = ()
    """The questions answered, in their order, for going back."""
    question: str | None = None
    """The fact asked for now: what is to be confirmed first."""
    alarmed: bool = False
    """Whether the 999 text was said and nothing has settled it since."""
    hinted: bool = False
    """Whether a line on danger was said where danger was only possible: once a case."""
    in_check: bool = False
    finished: bool = False

    @property
    def has_case(self) -> bool:
        return bool(self.answers.keys() - {"area"})


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The state after the message, what is said of it, and the facts whose values changed."""

    state: State
    speech: tuple[Speech, ...]
    changed: frozenset[str]


def take_in(state: State, reading: Reading, problem: Problems, *, typed: bool = True) -> TakenIn:
    """What the message does. `typed`: in words, so that what was heard is said back; else with a button."""
    if state.finished and reading.lead == "start_check":
        return TakenIn(state, (), frozenset())  # another case, or nothing: `action_begin_check` says which
    after, alarm = _danger(state, reading)
    after, told, heard = _facts(after, reading, problem, typed=typed)
    changed = frozenset(fact for fact, value in after.answers.items() if state.answers.get(fact) != value)
    said: list[Speech] = [*alarm]
    if reading.lead == "start_check" and not state.in_check:
        said.append(Opening(again=state.has_case))
    noted = {fact: after.answers[fact] for fact in told if fact in after.answers}
    if typed and noted:
        said.append(PlayBack(noted, after.thinks & noted.keys()))
    said += heard
    if after.to_confirm and not state.in_check and after.to_confirm != state.to_confirm:
        said.append(Confirm(*next(iter(after.to_confirm.items()))))
    if reading.asks:
        said.append(Topic(reading.asks))
    after, unclear = _not_understood(state, after, reading, heard_something=bool(told or heard or alarm))
    gave_up = {state.question} if state.question and after.answers.keys() - state.answers.keys() else set()
    return TakenIn(after, (*said, *unclear), changed | gave_up)


def _danger(state: State, reading: Reading) -> tuple[State, list[Speech]]:
    """Plain danger is said in every state. It is noted where nobody told otherwise, else it is asked."""
    told, known = reading.told.get(DANGER), state.answers.get(DANGER)
    confirms = told is not None and state.to_confirm.get(DANGER) == told.value
    if told is not None and told.value == "yes" and told.sure:
        new = known != "yes" and not confirms
        return (replace(state, alarmed=True), [Alarm()]) if new else (state, [])
    if reading.danger is Danger.NONE or reading.denies:
        return state, []
    if reading.danger is Danger.POSSIBLE:
        if state.hinted or state.alarmed or known == "yes":
            return state, []
        return replace(state, hinted=True), [Alarm(plain=False)]
    state = replace(state, alarmed=True)
    if known is None and (state.has_case or state.in_check or reading.told):
        noted = replace(state, answers={**state.answers, DANGER: "yes"}, to_confirm=_without(state.to_confirm, DANGER))
        return noted, [Alarm(), DangerNoted()]
    if known is not None and known != "yes":
        rest = _without(state.to_confirm, DANGER)
        return replace(state, to_confirm={DANGER: "yes", **rest}), [Alarm()]
    return state, [Alarm()]


def _facts(state: State, reading: Reading, problem: Problems, *, typed: bool) -> tuple[State, list[str], list[Speech]]:
    """Note what was told, or put it back as a question; the facts noted, and what else is to be said."""
    noted: list[str] = []
    said: list[Speech] = []
    for fact, told in reading.told.items():
        if (refused := problem(state.answers, fact, told.value)) is not None:
            said.append(Problem(refused))
        elif (typed or _clashes(reading, fact, told)) and _must_be_settled(state, fact, told):
            state = replace(state, to_confirm={**state.to_confirm, fact: told.value})
        elif state.answers.get(fact) == told.value:
            state = _settle(state, fact)
            if len(reading.told) == 1 and told.how is How.CORRECTED:
                said.append(LeftAsItWas())
        else:
            state = _note(state, fact, told)
            noted.append(fact)
    return state, noted, said


def _clashes(reading: Reading, fact: str, told: Told) -> bool:
    """Whether a note beside a choice tells of danger that the choice denies."""
    return fact == DANGER and told.value == "no" and reading.danger is Danger.PLAIN


def _must_be_settled(state: State, fact: str, told: Told) -> bool:
    """Whether a value is read back, and waits: where being wrong would make the result less safe, or where it speaks
    against what was told and does not sound like a correction."""
    before = state.answers.get(fact, UNKNOWN_VALUE)
    if state.to_confirm.get(fact) == told.value:
        return False  # the same again, or a yes to it
    if fact in state.to_confirm and told.how is How.CORRECTED:
        return False  # a no to what was read back
    if before == told.value:
        return False
    speaks_against = told.value != UNKNOWN_VALUE and before != UNKNOWN_VALUE and fact not in state.was
    if speaks_against and (told.how is How.VOLUNTEERED or (fact == "area" and state.question != "area")):
        return True
    if fact == DANGER and told.value == "no" and before == "yes" and fact not in state.was:
        return True
    return not told.sure and (fact == DANGER or told.value in READ_BACK.get(fact, ()))


def _note(state: State, fact: str, told: Told) -> State:
    if told.value == UNKNOWN_VALUE and told.how is How.VOLUNTEERED and fact in state.answers:
        return state
    gone = stale({**state.answers, **state.was}, {fact: told.value})
    answers = {name: value for name, value in state.answers.items() if name not in gone}
    answers[fact] = told.value
    thinks = (state.thinks - {fact, *gone}) | (frozenset() if told.sure else {fact})
    return _settle(replace(state, answers=answers, thinks=thinks), fact)


def _settle(state: State, fact: str) -> State:
    """The fact is answered: nothing of it waits any longer."""
    answered = tuple(name for name in state.answered if name != fact)
    return replace(
        state,
        to_confirm=_without(state.to_confirm, fact),
        was=_without(state.was, fact),
        tries=_without(state.tries, fact),
        answered=(*answered, fact) if fact == state.question else state.answered,
        alarmed=state.alarmed and fact != DANGER,
    )


def _not_understood(
    before: State, state: State, reading: Reading, *, heard_something: bool
) -> tuple[State, list[Speech]]:
    """A question is put in words twice at most; then it is left as not known, which is never a no."""
    question = before.question
    answers_nothing = reading.lead in NOT_AN_ANSWER or bool(reading.says)
    if question is None or heard_something or reading.asks or not answers_nothing:
        return state, []
    tries = state.tries.get(question, 0) + 1
    if tries < TRIES:
        what = Problem(reading.says) if reading.says else NotUnderstood(question)
        return replace(state, tries={**state.tries, question: tries}), [what]
    kept = state.was.get(question, state.answers.get(question, UNKNOWN_VALUE))
    left = _note(state, question, Told(kept))
    return left, [NotUnderstood(question, gave_up=True)]


def _without(items: Mapping[str, object], fact: str) -> dict:  # type: ignore[type-arg]  # of whatever the mapping holds
    return {name: value for name, value in items.items() if name != fact}
