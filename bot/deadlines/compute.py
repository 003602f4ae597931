"""From rules and known dates to deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bot.criteria.rough_day import RoughDay, earliest_day, latest_day
from bot.deadlines.check import refuse_impossible_dates
from bot.deadlines.count import Skipped, add_working_days, count
from bot.deadlines.deadline import Deadline, Guess
from bot.deadlines.near import is_met, near
from bot.deadlines.words import clock_in_words
from bot.guidance.model import Clock, DeadlineRule


class _Start(NamedTuple):
    day: date
    guesses: tuple[Guess, ...] = ()


class _StandIn(NamedTuple):
    fact: str
    clock: Clock


def deadlines(rules: Iterable[DeadlineRule], dates: Mapping[str, date], today: date) -> list[Deadline]:
    """The deadlines that can be told from the known dates, in the order of the rules.

    A rule without a clock is always there, as soon as possible. A rule whose start is neither known
    nor can be estimated is left out: `missing_starts` says what would bring it in.
    Raises ImpossibleDate for a date that cannot be right today, BeyondCalendar past the listed bank holidays.
    """
    refuse_impossible_dates(dates, today)
    asked = tuple(rules)
    known = {fact: _one_day(day) for fact, day in dates.items()}
    worked_out = (_deadline(rule, _start(rule, asked, dates, today), known, today) for rule in asked)
    return [deadline for deadline in worked_out if deadline is not None]


def missing_starts(rules: Iterable[DeadlineRule], dates: Mapping[str, date]) -> list[str]:
    """The date facts, any of which would bring in a deadline now left out; each once, in rule order."""
    asked = tuple(rules)
    left_out = (rule for rule in asked if rule.clock and not any(day in dates for day in _starting_facts(rule, asked)))
    wanted = (fact for rule in left_out for fact in _starting_facts(rule, asked))
    return list(dict.fromkeys(wanted))


def _starting_facts(rule: DeadlineRule, asked: tuple[DeadlineRule, ...]) -> Iterator[str]:
    if rule.starts_on is not None:
        yield rule.starts_on
    earlier = _stand_in(rule, asked)
    if earlier is not None:
        yield earlier.fact


def _start(
    rule: DeadlineRule, asked: tuple[DeadlineRule, ...], dates: Mapping[str, date], today: date
) -> _Start | None:
    known = _day_zero(rule.starts_on, dates)
    if known is not None:
        return known
    earlier = _stand_in(rule, asked)
    before = _day_zero(earlier.fact, dates) if earlier else None
    if earlier is None or before is None:
        return None
    last_day = count(before.day, earlier.clock).due
    if last_day < today and not is_met(rule.id, dates):
        return _Start(today, (*before.guesses, "step_before_overdue"))
    return _Start(last_day, (*before.guesses, "step_before"))


def _day_zero(fact: str | None, dates: Mapping[str, date]) -> _Start | None:
    """The day to count from; None while it is unknown, or known only not to be after some day."""
    day = dates.get(fact or "")
    if day is None or earliest_day(day) == date.min:
        return None
    return _Start(earliest_day(day), ("rough_day",) if isinstance(day, RoughDay) else ())


def _one_day(day: date) -> date:
    """The earliest day that it can be, else the latest."""
    return earliest_day(day) if earliest_day(day) != date.min else latest_day(day)


def _stand_in(rule: DeadlineRule, asked: tuple[DeadlineRule, ...]) -> _StandIn | None:
    """What the last day of the rule named by `estimated_from` is counted from, if that rule is among them."""
    for other in asked:
        if other.id == rule.estimated_from and other.starts_on is not None and other.clock is not None:
            return _StandIn(other.starts_on, other.clock)
    return None


def _deadline(rule: DeadlineRule, start: _Start | None, dates: Mapping[str, date], today: date) -> Deadline | None:
    due: date | None = None
    skipped: Skipped = ()
    if rule.clock is not None:
        if start is None:
            return None
        due, skipped = count(start.day, rule.clock)
    return Deadline(
        id=rule.id,
        title=rule.title,
        text=rule.text,
        due=due,
        day_zero=start.day if start else None,
        clock=clock_in_words(rule.clock, rule.starts_on),
        who=rule.who,
        strength=rule.strength,
        strength_note=rule.strength_note,
        skipped=skipped,
        if_first_day_counts=_if_first_day_counts(start.day, rule.clock) if start and rule.clock else None,
        guesses=start.guesses if start else (),
        near=near(rule.id, due, dates, today),
        today=today,
        cite=rule.cite,
    )


def _if_first_day_counts(start: date, clock: Clock) -> date | None:
    """The limit if day 0 is the first day counted: one working day earlier.

    None for months and years, which the documents count by the calendar, and for a count backwards:
    there it would move the limit later, and a laxer reading is never offered.
    """
    if clock.unit != "working_days" or clock.count < 1:
        return None
    return add_working_days(start, clock.count - 1).due
