"""From rules and known dates to deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bot.deadlines.check import refuse_impossible_dates
from bot.deadlines.count import Skipped, add_working_days, count
from bot.deadlines.deadline import Deadline
from bot.deadlines.words import clock_in_words
from bot.guidance.model import Clock, DeadlineRule


class _Start(NamedTuple):
    day: date
    estimate: bool


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
    worked_out = (_deadline(rule, _start(rule, asked, dates)) for rule in asked)
    return [deadline for deadline in worked_out if deadline is not None]


def missing_starts(rules: Iterable[DeadlineRule], dates: Mapping[str, date]) -> list[str]:
    """The date facts, any of which would bring in a deadline now left out; each once, in rule order."""
    asked = tuple(rules)
    left_out = (rule for rule in asked if rule.clock is not None and _start(rule, asked, dates) is None)
    wanted = (fact for rule in left_out for fact in _starting_facts(rule, asked))
    return list(dict.fromkeys(wanted))


def _starting_facts(rule: DeadlineRule, asked: tuple[DeadlineRule, ...]) -> Iterator[str]:
    if rule.starts_on is not None:
        yield rule.starts_on
    earlier = _stand_in(rule, asked)
    if earlier is not None:
        yield earlier.fact


def _start(rule: DeadlineRule, asked: tuple[DeadlineRule, ...], dates: Mapping[str, date]) -> _Start | None:
    if rule.starts_on is not None and rule.starts_on in dates:
        return _Start(dates[rule.starts_on], estimate=False)
    earlier = _stand_in(rule, asked)
    if earlier is not None and earlier.fact in dates:
        return _Start(count(dates[earlier.fact], earlier.clock).due, estimate=True)
    return None


def _stand_in(rule: DeadlineRule, asked: tuple[DeadlineRule, ...]) -> _StandIn | None:
    """What the last day of the rule named by `estimated_from` is counted from, if that rule is among them."""
    for other in asked:
        if other.id == rule.estimated_from and other.starts_on is not None and other.clock is not None:
            return _StandIn(other.starts_on, other.clock)
    return None


def _deadline(rule: DeadlineRule, start: _Start | None) -> Deadline | None:
    if rule.clock is None:
        return _told(rule, start, due=None)
    if start is None:
        return None
    ends = count(start.day, rule.clock)
    earlier = _if_first_day_counts(start.day, rule.clock)
    return _told(rule, start, ends.due, ends.skipped, earlier)


def _told(
    rule: DeadlineRule,
    start: _Start | None,
    due: date | None,
    skipped: Skipped = (),
    if_first_day_counts: date | None = None,
) -> Deadline:
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
        if_first_day_counts=if_first_day_counts,
        estimate=start is not None and start.estimate,
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
