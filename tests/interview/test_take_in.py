"""What a turn does, over random states and readings with no text in them: the invariants of the dialogue."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.interview.speech import Alarm, NotUnderstood
from bot.interview.take_in import DANGER, TRIES, State, TakenIn, take_in
from bot.reading.joint.labels import VALUES
from bot.reading.reading import Danger, How, Reading, Told
from bot.reading.risk import READ_BACK

FACTS = {
    **{fact: (*values, "unknown") for fact, values in VALUES.items()},
    "area": ("walsall", "birmingham", "unknown"),
}
LEADS = ("answer", "danger_now", "start_check", "nlu_fallback", "affirm", "deny", "criteria_base", "change_answer")

pairs = st.sampled_from(sorted(FACTS)).flatmap(lambda fact: st.tuples(st.just(fact), st.sampled_from(FACTS[fact])))
answers = st.lists(pairs, max_size=8).map(dict)
told = st.lists(st.tuples(pairs, st.sampled_from(How), st.booleans()), max_size=4).map(
    lambda found: {fact: Told(value, how, sure) for (fact, value), how, sure in found}
)
readings = st.builds(
    Reading,
    lead=st.sampled_from(LEADS),
    told=told,
    danger=st.sampled_from(Danger),
    denies=st.booleans(),
    asks=st.sampled_from([None, "criteria_base"]),
)


@st.composite
def states(draw: Any) -> State:
    known = draw(answers)
    confirm = draw(st.one_of(st.just({}), pairs.map(lambda pair: dict([pair]))))
    in_check = draw(st.booleans())
    question = next(iter(confirm), draw(st.sampled_from(sorted(FACTS)))) if in_check else None
    return State(
        answers={fact: value for fact, value in known.items() if fact != question or confirm},
        to_confirm=confirm,
        tries=draw(st.dictionaries(st.sampled_from(sorted(FACTS)), st.integers(0, TRIES - 1), max_size=2)),
        question=question,
        alarmed=draw(st.booleans()),
        in_check=in_check,
        finished=not in_check and draw(st.booleans()),
    )


def taken(state: State, reading: Reading) -> TakenIn:
    return take_in(state, reading, lambda *_: None)


@settings(max_examples=2500)
@given(states(), readings)
def test_nothing_known_is_lost_but_by_what_depends_on_a_change(state: State, reading: Reading) -> None:
    after = taken(state, reading).state
    lost = {fact for fact in state.answers if fact not in after.answers}
    assert lost <= {"place", "normally_resident", "care_leaver"}
    if lost:
        assert {"area", "age_group"} & {f for f, v in after.answers.items() if state.answers.get(f) != v}


@settings(max_examples=2500)
@given(states(), readings)
def test_danger_never_writes_over_what_was_told(state: State, reading: Reading) -> None:
    """Plain danger in words that tell nothing of that fact: it is asked, and said aloud, never noted against a no."""
    reading = replace(reading, danger=Danger.PLAIN, denies=False)
    reading = replace(reading, told={fact: one for fact, one in reading.told.items() if fact != DANGER})
    if state.finished and reading.lead == "start_check":
        return  # another case
    found = taken(state, reading)
    assert any(isinstance(one, Alarm) and one.plain for one in found.speech)
    before = state.answers.get(DANGER)
    if before in ("no", "unknown"):
        assert found.state.answers[DANGER] == before
        assert next(iter(found.state.to_confirm.items())) == (DANGER, "yes")


@settings(max_examples=1500)
@given(states())
def test_a_yes_to_the_question_about_danger_does_not_say_it_twice(state: State) -> None:
    state = replace(state, to_confirm={DANGER: "yes"}, question=DANGER, in_check=True)
    found = taken(state, Reading("answer", told={DANGER: Told("yes", How.CORRECTED)}))
    assert not any(isinstance(one, Alarm) for one in found.speech)
    assert found.state.answers[DANGER] == "yes"


@settings(max_examples=2500)
@given(states(), st.lists(readings, min_size=1, max_size=8))
def test_no_question_is_put_a_third_time(state: State, after_that: list[Reading]) -> None:
    """However often a question is answered by nothing, it is left as not known after the second time."""
    if not state.in_check or state.to_confirm:
        return
    question = state.question
    assert question is not None
    state, unclear = replace(state, tries={}), 0
    for reading in after_that:
        found = taken(state, replace(reading, lead="nlu_fallback", told={}, danger=Danger.NONE, asks=None))
        unclear += sum(isinstance(one, NotUnderstood) for one in found.speech)
        state = found.state
        if question in state.answers:
            break
    assert unclear <= TRIES
    assert len(after_that) < TRIES or state.answers[question] == "unknown"


@settings(max_examples=2500)
@given(states(), readings)
def test_what_would_make_it_less_safe_is_never_taken_on_a_doubt(state: State, reading: Reading) -> None:
    found = taken(state, reading)
    for fact, value in found.state.answers.items():
        if state.answers.get(fact) != value and value in READ_BACK.get(fact, ()):
            said = reading.told[fact]
            assert said.sure or state.to_confirm.get(fact) == value or said.how is How.CORRECTED


@settings(max_examples=2500)
@given(states(), readings)
def test_a_yes_settles_what_waits_and_nothing_else(state: State, reading: Reading) -> None:
    after = taken(state, reading).state
    for fact, value in after.to_confirm.items():
        agreed = replace(after, in_check=True, finished=False, question=fact)
        settled = taken(agreed, Reading("answer", told={fact: Told(value, How.CORRECTED)})).state
        assert settled.answers[fact] == value
        assert settled.to_confirm == {name: waits for name, waits in after.to_confirm.items() if name != fact}


@settings(max_examples=1000)
@given(states(), readings)
def test_the_area_never_changes_unasked(state: State, reading: Reading) -> None:
    before = state.answers.get("area", "unknown")
    after = taken(state, reading).state.answers.get("area", "unknown")
    if "unknown" not in (before, after) and before != after:
        assert state.question == "area" or state.to_confirm.get("area") == after
