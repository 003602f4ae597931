"""Leads are reminded before a date, and the deputy told when nobody takes a draft on: once each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.housekeeping.rounds import Rounds
from bot.outbox.item import Item
from bot.referrals.audit import verify_all
from bot.referrals.decisions import decide
from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.holding import claim, note_opening, release
from bot.referrals.lead import Lead, find_lead, make_lead
from bot.referrals.listing import list_drafts
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
    assert kinds(database) == ["deadline_near"] * 2


def test_an_overdue_date_is_reminded_of_every_day_until_it_is_met(database: Sessions, dated: Referral) -> None:
    with database.begin() as session:
        make_lead(session, email="kit@example.org", name="Kit", areas=["walsall"])
        last = make_lead(session, email="last@example.org", name="Last", areas=["darlington"])
        sam, last.fallback = find_lead(session, "sam@example.org"), True
        assert sam is not None
        claim(session, session.get_one(Referral, dated.id), sam, at=MADE)
    for late in range(1, 40):
        day = DUE + timedelta(days=late)
        assert (remind_on(database, day), remind_on(database, day)) == (1, 0)
        if late == 1:
            assert told_of(database, "overdue") == ["sam"]
    assert told_of(database, "overdue") == ["sam"] + ["kit", "sam"] * 38
    with database.begin() as session:
        session.execute(update(Referral).values(next_due=None))
    assert remind_on(database, DUE + timedelta(days=41)) == 0


def test_after_a_decision_not_to_refer_a_duty_that_stays_is_reminded_of_but_not_for_ever(
    database: Sessions, dated: Referral
) -> None:
    with database.begin() as session:
        sam, referral = find_lead(session, "sam@example.org"), session.get_one(Referral, dated.id)
        assert sam is not None
        decide(session, referral, sam, "not_referred", "It is another child's case after all", at=MADE)
    assert [remind_on(database, DUE + timedelta(days=day)) for day in (-4, 0, 1, 2, 3)] == [1, 1, 1, 0, 0]


def told_of(database: Sessions, kind: str) -> list[str]:
    """Whom notices of this kind are for, in order."""
    with database() as session:
        items = session.scalars(select(Item).where(Item.kind == kind).order_by(Item.id))
        return [session.get_one(Lead, item.lead_id).email.partition("@")[0] for item in items]


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


def test_when_nobody_takes_an_urgent_draft_on_the_deputy_is_told_sooner_and_again(
    database: Sessions, draft: Draft
) -> None:
    draft()
    assert [escalate_after(database, hours) for hours in (1.9, 2, 3, 4, 5, 6)] == [0, 1, 0, 1, 0, 1]
    assert kinds(database) == ["nobody_claimed"] * 3


def test_a_draft_that_is_not_urgent_waits_longer(database: Sessions, draft: Draft) -> None:
    draft()
    with database.begin() as session:
        session.execute(update(Referral).values(danger=0))
    assert [escalate_after(database, hours) for hours in (3, 23, 24, 47, 48)] == [0, 0, 1, 0, 1]


@pytest.mark.parametrize(("due", "hours"), [(-7, 2), (0, 2), (1, 2), (3, 24), (None, 24)])
def test_a_draft_is_urgent_when_its_date_is_within_a_working_day_or_overdue(
    database: Sessions, draft: Draft, due: int | None, hours: int
) -> None:
    draft()
    with database.begin() as session:
        day = None if due is None else MADE.date() + timedelta(days=due)
        session.execute(update(Referral).values(danger=0, next_due=day))
    assert [escalate_after(database, each) for each in (hours - 0.1, hours)] == [0, 1]


def test_the_ladder_reaches_the_lead_of_last_resort_who_may_then_open_it(database: Sessions, draft: Draft) -> None:
    number = draft().id
    with database.begin() as session:
        make_lead(session, email="last@example.org", name="Last", areas=["darlington"]).fallback = True
    assert escalate_after(database, 2) == 1
    assert told_of(database, "nobody_claimed") == ["sam"]
    assert escalate_after(database, 4) == 1
    assert told_of(database, "nobody_claimed") == ["sam", "last", "sam"]
    with database.begin() as session:
        last, referral = find_lead(session, "last@example.org"), session.get_one(Referral, number)
        assert last is not None
        assert list_drafts(session, last) == [referral]
        claim(session, referral, last, at=MADE + timedelta(hours=5))
        assert referral.escalations == 0
        assert list(verify_all(session)) == [None]


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
