from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.check import ImpossibleDate
from bot.deadlines.compute import deadlines, missing_starts
from bot.deadlines.deadline import Deadline
from bot.deadlines.near import Near
from bot.deadlines.words import describe
from bot.guidance.model import Clock, DeadlineRule

TODAY = date(2026, 12, 31)
AWARE = date(2026, 12, 22)
Rules = tuple[DeadlineRule, ...]


def by_id(rules: Rules, dates: Mapping[str, date], today: date = TODAY) -> dict[str, Deadline]:
    return {deadline.id: deadline for deadline in deadlines(rules, dates, today)}


def made_up(id_: str, starts_on: str | None, clock: Clock | None, estimated_from: str | None = None) -> DeadlineRule:
    return DeadlineRule(
        id=id_,
        title="A title",
        text="A text",
        starts_on=starts_on,
        clock=clock,
        estimated_from=estimated_from,
        who="everyone",
        strength="should",
        cite=("this-guide/working_days",),
    )


def test_a_deadline_carries_its_rule_and_its_count(rules: Rules, rule: Mapping[str, DeadlineRule]) -> None:
    written = rule["notify_panel"]
    assert by_id(rules, {"la_aware_on": AWARE})["notify_panel"] == Deadline(
        id="notify_panel",
        title=written.title,
        text=written.text,
        due=date(2026, 12, 31),
        day_zero=AWARE,
        clock="5 working days after the local authority became aware",
        who="local authority",
        strength="must",
        strength_note=written.strength_note,
        skipped=((date(2026, 12, 25), "Christmas Day"), (date(2026, 12, 28), "Boxing Day (substitute day)")),
        if_first_day_counts=date(2026, 12, 30),
        guesses=(),
        near=Near("today", 0),
        today=TODAY,
        cite=written.cite,
    )


def test_only_what_can_be_told_is_told_in_the_order_of_the_rules(rules: Rules) -> None:
    assert list(by_id(rules, {})) == ["refer"]
    assert list(by_id(reversed(rules), {"notified_on": AWARE})) == ["refer", "rapid_review"]  # type: ignore[arg-type]  # any iterable will do
    assert list(by_id(rules, {"decided_on": AWARE})) == ["publish_review", "refer"]


def test_every_rule_comes_in_by_its_own_start(rules: Rules) -> None:
    for rule in rules:
        if rule.starts_on is not None:
            assert rule.id in by_id(rules, {rule.starts_on: AWARE})


def test_fifteen_days_run_from_the_notification(rules: Rules) -> None:
    found = by_id(rules, {"la_aware_on": date(2026, 12, 8), "notified_on": date(2026, 12, 14)})["rapid_review"]
    assert (found.due, found.day_zero, found.estimate) == (date(2027, 1, 7), date(2026, 12, 14), False)
    assert found.if_first_day_counts == date(2027, 1, 6)


def test_before_the_notification_the_rapid_review_is_an_estimate_from_its_last_day(rules: Rules) -> None:
    found = by_id(rules, {"la_aware_on": AWARE})
    notify, rapid = found["notify_panel"], found["rapid_review"]
    assert rapid.estimate
    assert rapid.day_zero == notify.due == date(2026, 12, 31)
    assert rapid.due == date(2027, 1, 22)
    assert not notify.estimate


def test_an_estimate_needs_the_rule_it_is_made_from(rule: Mapping[str, DeadlineRule]) -> None:
    alone = (rule["rapid_review"],)
    assert by_id(alone, {"la_aware_on": AWARE}) == {}
    assert missing_starts(alone, {}) == ["notified_on"]


@pytest.mark.parametrize(("starts_on", "clock"), [(None, Clock(count=5, unit="working_days")), ("la_aware_on", None)])
def test_a_rule_without_a_limit_of_its_own_cannot_stand_in(starts_on: str | None, clock: Clock | None) -> None:
    month = Clock(count=1, unit="months")
    both = (
        made_up("first", starts_on, clock),
        made_up("second", "notified_on", month, estimated_from="first"),
    )
    assert "second" not in by_id(both, {"la_aware_on": AWARE})
    assert missing_starts(both, {}) == ["notified_on"]


def test_copies_go_out_seven_working_days_before_and_no_laxer_reading_is_offered(rules: Rules) -> None:
    found = by_id(rules, {"publish_on": date(2027, 1, 6)})["copy_before_publication"]
    assert found.due == date(2026, 12, 23)
    assert found.if_first_day_counts is None


def test_months_and_years_have_no_earlier_alternative_and_skip_nothing(rules: Rules) -> None:
    found = by_id(rules, {"decided_on": date(2026, 8, 31), "published_on": TODAY})
    assert found["publish_review"].due == date(2027, 2, 28)
    assert found["keep_published"].due == date(2027, 12, 31)
    for id_ in ("publish_review", "keep_published"):
        assert found[id_].if_first_day_counts is None
        assert found[id_].skipped == ()


def test_a_single_day_counted_from_day_zero_itself_ends_on_day_zero() -> None:
    one = made_up("one", "la_aware_on", Clock(count=1, unit="working_days"))
    assert by_id((one,), {"la_aware_on": AWARE})["one"].if_first_day_counts == AWARE


def test_a_count_of_no_days_has_no_earlier_alternative() -> None:
    none = made_up("none", "la_aware_on", Clock(count=0, unit="working_days"))
    assert by_id((none,), {"la_aware_on": AWARE})["none"].if_first_day_counts is None


def test_referring_has_no_day_and_waits_for_nothing(rules: Rules) -> None:
    refer = by_id(rules, {})["refer"]
    assert (refer.due, refer.day_zero, refer.if_first_day_counts) == (None, None, None)
    assert refer.skipped == ()
    assert not refer.estimate
    assert refer.clock == "as soon as possible"
    assert refer.near == Near(None, None)


def test_a_rule_without_a_clock_still_remembers_its_start() -> None:
    soon = made_up("soon", "la_aware_on", None)
    assert by_id((soon,), {"la_aware_on": AWARE})["soon"].day_zero == AWARE
    assert by_id((soon,), {})["soon"].day_zero is None
    assert missing_starts((soon,), {}) == []


def test_a_rule_that_names_no_start_is_left_out() -> None:
    lost = made_up("lost", None, Clock(count=5, unit="working_days"))
    assert by_id((lost,), {"la_aware_on": AWARE}) == {}
    assert missing_starts((lost,), {}) == []


def test_what_is_missing_is_named_once_each_in_rule_order(rules: Rules) -> None:
    publication = ["decided_on", "publish_on", "published_on"]
    assert missing_starts(rules, {}) == ["la_aware_on", "notified_on", *publication]
    assert missing_starts(rules, {"la_aware_on": AWARE}) == publication
    assert missing_starts(rules, {"notified_on": AWARE}) == ["la_aware_on", *publication]


@given(st.sets(st.sampled_from(["la_aware_on", "notified_on", "decided_on", "publish_on", "published_on"])))
def test_learning_a_missing_start_brings_in_a_deadline(rules: Rules, known: set[str]) -> None:
    dates = dict.fromkeys(known, AWARE)
    found = by_id(rules, dates)
    wanted = missing_starts(rules, dates)
    assert bool(wanted) == (len(found) < len(rules))
    for fact in wanted:
        assert len(by_id(rules, {**dates, fact: AWARE})) > len(found)


def test_the_rules_may_be_given_as_an_iterator(rules: Rules) -> None:
    assert deadlines(iter(rules), {"la_aware_on": AWARE}, TODAY) == deadlines(rules, {"la_aware_on": AWARE}, TODAY)
    assert missing_starts(iter(rules), {}) == missing_starts(rules, {})


def test_while_the_notification_is_overdue_the_rapid_review_counts_from_today_and_says_so(rules: Rules) -> None:
    dates = {"la_aware_on": date(2026, 11, 9)}  # due on 16 November
    rapid = {day: by_id(rules, dates, day)["rapid_review"] for day in (date(2026, 11, 16), date(2026, 11, 18))}
    assert [each.day_zero for each in rapid.values()] == list(rapid)
    assert [each.guesses for each in rapid.values()] == [("step_before",), ("step_before_overdue",)]
    assert rapid[date(2026, 11, 18)].due == date(2026, 12, 9)
    assert "counted from today" in describe(rapid[date(2026, 11, 18)])
    assert "counted from today" not in describe(rapid[date(2026, 11, 16)])


def test_a_rapid_review_that_was_held_is_not_counted_from_today(rules: Rules) -> None:
    dates = {"la_aware_on": date(2026, 11, 9), "decided_on": date(2026, 11, 20)}
    rapid = by_id(rules, dates, date(2026, 12, 1))["rapid_review"]
    assert (rapid.day_zero, rapid.near.state) == (date(2026, 11, 16), "met")


def test_an_impossible_date_stops_everything(rules: Rules) -> None:
    with pytest.raises(ImpossibleDate):
        deadlines(rules, {"la_aware_on": AWARE}, date(2026, 12, 21))


def test_a_limit_past_the_bank_holiday_list_is_refused(rules: Rules) -> None:
    with pytest.raises(BeyondCalendar):
        deadlines(rules, {"publish_on": date(2099, 1, 6)}, TODAY)


def test_a_deadline_worked_out_cannot_be_changed(rules: Rules) -> None:
    refer = by_id(rules, {})["refer"]
    with pytest.raises(FrozenInstanceError):
        refer.due = TODAY  # type: ignore[misc]  # the point of the test


def test_the_start_of_the_step_before_is_missing_too_and_stands_with_the_rule_it_brings_in(
    rule: Mapping[str, DeadlineRule],
) -> None:
    asked = (rule["rapid_review"], rule["publish_review"], rule["notify_panel"])
    assert missing_starts(asked, {}) == ["notified_on", "la_aware_on", "decided_on"]
