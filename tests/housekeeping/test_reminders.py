"""Leads are reminded before a date, and the deputy told when nobody takes a draft on: once each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.housekeeping.rounds import Rounds
from bot.outbox.item import Item
from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.holding import claim, note_opening, release
from bot.referrals.lead import find_lead
from bot.referrals.referral import Referral
from bot.referrals.reminding import escalate, near, remind, unclaimed
from bot.settings import Settings
from bot.storage.database import Sessions
from tests.housekeeping.conftest import MADE

Draft = Callable[..., Referral]
DUE = date(2026, 11, 30)
"""A Monday: two working days before it is the Thursday before."""


@pytest.fixture
def dated(database: Sessions, draft: Draft) -> Referral:
    """A draft that has a date."""
    referral = draft()
    with database.begin() as session:
        session.execute(update(Referral).values(next_due=DUE))
    return referral


def kinds(database: Sessions) -> list[str]:
    with database() as session:
        return [item.kind for item in session.scalars(select(Item).order_by(Item.id)) if item.kind != "new_draft"]


def remind_on(database: Sessions, day: date) -> int:
    with database.begin() as session:
        at = datetime.combine(day, MADE.timetz())
        return sum(remind(session, number, day, [2, 0], at) for number in near(session, day))


def test_each_date_is_reminded_of_two_working_days_before_and_on_the_day_once(
    database: Sessions, dated: Referral
) -> None:
    made = {day: remind_on(database, DUE - timedelta(days=day)) for day in (5, 4, 3, 2, 1, 0)}
    assert made == {5: 0, 4: 1, 3: 0, 2: 0, 1: 0, 0: 1}
    assert remind_on(database, DUE) == 0
    assert remind_on(database, DUE + timedelta(days=1)) == 0
    assert kinds(database) == ["deadline_near"] * 2


def test_a_service_that_was_down_reminds_once_of_the_nearest(database: Sessions, dated: Referral) -> None:
    assert remind_on(database, DUE) == 1
    assert remind_on(database, DUE) == 0


def test_a_date_that_moved_is_reminded_of_again(database: Sessions, dated: Referral) -> None:
    assert remind_on(database, DUE) == 1
    with database.begin() as session:
        session.execute(update(Referral).values(next_due=DUE + timedelta(days=7)))
    assert remind_on(database, DUE + timedelta(days=7)) == 1


def test_a_reminder_changes_neither_the_state_nor_when_it_was_last_touched(database: Sessions, dated: Referral) -> None:
    remind_on(database, DUE)
    with database() as session:
        after = session.get_one(Referral, dated.id)
        assert (after.updated_at, after.status) == (MADE, dated.status)
        assert after.last_event == dated.last_event + 1


def escalate_after(database: Sessions, hours: float) -> int:
    with database.begin() as session:
        times = MADE + timedelta(hours=hours), timedelta(hours=24), timedelta(hours=2)
        return sum(escalate(session, number, *times) for number in unclaimed(session, *times))


def test_when_nobody_takes_an_urgent_draft_on_the_deputy_is_told_sooner_and_once(
    database: Sessions, draft: Draft
) -> None:
    draft()
    assert [escalate_after(database, hours) for hours in (1.9, 2, 3, 25)] == [0, 1, 0, 0]
    assert kinds(database) == ["nobody_claimed"]


def test_a_draft_that_is_not_urgent_waits_longer(database: Sessions, draft: Draft) -> None:
    draft()
    with database.begin() as session:
        session.execute(update(Referral).values(urgent=False))
    assert [escalate_after(database, hours) for hours in (3, 23, 24)] == [0, 0, 1]


def test_a_claim_that_sleeps_is_escalated_like_a_draft_that_nobody_takes(database: Sessions, draft: Draft) -> None:
    number = draft().id

    def act(step: Callable[..., None], hours: float) -> None:
        with database.begin() as session:
            lead, referral = find_lead(session, "sam@example.org"), session.get_one(Referral, number)
            assert lead is not None
            step(session, referral, lead, at=MADE + timedelta(hours=hours))

    act(claim, 1)
    assert [escalate_after(database, hours) for hours in (2.9, 3, 4)] == [0, 1, 0]
    act(note_opening, 5)
    assert [escalate_after(database, hours) for hours in (6.9, 7)] == [0, 1]
    act(release, 48)
    assert [escalate_after(database, hours) for hours in (49, 50)] == [0, 1]
    assert kinds(database) == ["holder_sleeps", "holder_sleeps", "given_back", "nobody_claimed"]


@pytest.mark.parametrize(("hour", "reminded"), [(7, 0), (8, 1)])
def test_reminders_are_made_from_eight_in_the_morning(
    database: Sessions, dated: Referral, settings: Settings, hour: int, reminded: int
) -> None:
    Rounds(database, settings.model_copy(update={"today": DUE})).make(
        datetime.combine(DUE, MADE.timetz()).replace(hour=hour)
    )
    with database() as session:
        events = session.scalars(select(ReferralEvent.type)).all()
    assert events.count(Happened.REMINDED) == reminded
    assert events.count(Happened.ESCALATED) == 1
